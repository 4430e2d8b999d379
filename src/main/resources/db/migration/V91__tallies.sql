-- How many people belonged to each unit on each day: numbers, no people.

create table tally (
    counted_on date not null,
    unit uuid not null references unit,
    measure varchar(20) not null,
    people integer not null,
    primary key (counted_on, unit, measure)
);
