-- Approved rosters are carried out in steps, dangerous ones by two people; questions are answered,
-- ages only ever counted, and mass changes announced beforehand.

alter table roster add column steps integer default 0 not null;
alter table roster add column done integer default 0 not null;
alter table roster add column left_out integer default 0 not null;
alter table roster add column first_by uuid references person;
alter table roster add column first_hash varchar(100);
alter table roster add column approved_by uuid references person;

create table roster_left_out (
    roster uuid not null references roster on delete cascade,
    place integer not null,
    primary key (roster, place)
);

create table roster_reply (
    roster uuid not null references roster on delete cascade,
    question varchar(120) not null,
    reply varchar(20) not null,
    primary key (roster, question)
);

create table roster_age (
    roster uuid not null references roster on delete cascade,
    unit uuid not null references unit,
    band varchar(20) not null,
    people integer not null,
    primary key (roster, unit, band)
);

create table expected_change (
    id uuid primary key,
    what varchar(40) not null,
    from_day date not null,
    until_day date not null,
    at_most integer not null,
    percent integer not null,
    reason varchar(400) not null
);
