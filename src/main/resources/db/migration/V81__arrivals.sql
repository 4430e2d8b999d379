-- How people come in: the latest invitation of each, the notice they accepted, the address they confirmed.

create table arrival_letter (
    person uuid primary key references person,
    letter uuid not null,
    address varchar(400) not null,
    written timestamp with time zone not null
);
create index arrival_letter_written on arrival_letter (written);

create table arrival_wave (
    one integer primary key check (one = 1),
    paused boolean not null
);

create table notice_acceptance (
    person uuid primary key references person,
    version varchar(40) not null,
    at timestamp with time zone not null
);

create table recovery_address (
    person uuid primary key references person,
    address varchar(400) not null,
    confirmed timestamp with time zone not null
);
create index account_state on account (state);
