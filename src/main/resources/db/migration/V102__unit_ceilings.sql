-- How far a unit and all below it may grant, where it tightened that.

create table unit_ceiling (
    unit uuid primary key references unit,
    to_kinds varchar(200) not null,
    days integer,
    password boolean not null
);
