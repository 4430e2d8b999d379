-- How people end: who is going to be erased and how far that is, and what is left of those who were. Of
-- a member number only a keyed digest stays, by which a roster that lists it again is recognised.

create table farewell (
    person uuid primary key references person,
    since date not null,
    cause varchar(20) not null,
    told integer not null,
    last date not null
);

create table tombstone (
    person uuid primary key references person,
    number_digest varchar(64),
    cause varchar(20) not null,
    erased timestamp with time zone not null
);
create index tombstone_number on tombstone (number_digest);
