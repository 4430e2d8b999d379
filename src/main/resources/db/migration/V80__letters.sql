-- Letters that were put down and how far each came. Facts are in order; an address stands only where a
-- letter goes to exactly that one.

create table letter (
    id uuid primary key,
    person uuid references person,
    address varchar(400),
    desk varchar(20),
    template varchar(60) not null,
    language varchar(2),
    made timestamp with time zone not null,
    stage varchar(20) not null,
    attempts integer not null,
    due timestamp with time zone not null,
    twice boolean not null,
    trouble varchar(20)
);
create index letter_due on letter (stage, due);
create index letter_person on letter (person);

create table letter_fact (
    letter uuid not null references letter on delete cascade,
    place integer not null,
    fact varchar(4000) not null,
    primary key (letter, place)
);
