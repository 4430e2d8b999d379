-- Units as they were until they were changed, so that a past day can be asked about.

create table unit_past (
    unit uuid not null references unit,
    until timestamp with time zone not null,
    kind varchar(60) not null,
    name varchar(400) not null,
    parent uuid,
    official_key varchar(200),
    origin varchar(20) not null,
    ended boolean not null
);
create index unit_past_unit on unit_past (unit, until);
