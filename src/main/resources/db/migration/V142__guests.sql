-- People who are no members: for which unit, what for, until when, and who vouches for them.

create table guest (
    person uuid primary key references person,
    unit uuid not null references unit,
    sponsor uuid not null references person,
    purpose varchar(400) not null,
    until date not null,
    reminded boolean not null
);
create index guest_unit on guest (unit);
create index guest_until on guest (until);
