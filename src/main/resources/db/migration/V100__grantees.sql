-- Grants go to more than units: to a person, a link, a mail address, somebody on another cloud.

alter table unit_grant alter column to_unit drop not null;
alter table unit_grant alter column to_part drop not null;
alter table unit_grant add column to_kind varchar(20) default 'UNIT' not null;
alter table unit_grant add column to_person uuid references person;
alter table unit_grant add column to_address varchar(400);
alter table unit_grant add column secured boolean default false not null;
create index unit_grant_to_person on unit_grant (to_person);

-- A link's password on its way to the cloud, sealed under the installation's secret.

create table link_password (
    grant_id uuid primary key references unit_grant,
    sealed varchar(2000) not null
);

-- Where a cloud says that a link leads; the key of a share may hold an address.

create table cloud_link (
    grant_id uuid primary key,
    cloud varchar(60) not null,
    address varchar(2000) not null
);
alter table cloud_object alter column object_key set data type varchar(600);
