-- Rosters that were read. What one says of people is kept, in pieces, only while it waits.

create table roster (
    id uuid primary key,
    made timestamp with time zone not null,
    made_by uuid references person,
    profile varchar(40) not null,
    encoding varchar(40) not null,
    stage varchar(20) not null,
    lines integer not null,
    problems integer not null
);

create table roster_count (
    roster uuid not null references roster,
    kind varchar(20) not null,
    people integer not null,
    primary key (roster, kind)
);

create table roster_piece (
    roster uuid not null references roster,
    place integer not null,
    bytes bytea not null,
    primary key (roster, place)
);
