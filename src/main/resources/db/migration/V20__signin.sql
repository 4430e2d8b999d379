-- Tokens that people made for programs, and one-time codes. Of their secrets only digests are kept.

create table token (
    id uuid primary key,
    person uuid not null references person,
    name varchar(200) not null,
    scope varchar(20) not null,
    secret_digest varchar(64) not null unique,
    made timestamp with time zone not null,
    until timestamp with time zone not null
);
create index token_person on token (person, made);

-- person is null for the set-up code.
create table one_time_code (
    secret_digest varchar(64) primary key,
    person uuid references person,
    until timestamp with time zone not null
);
