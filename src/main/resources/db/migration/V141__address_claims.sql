-- Addresses of the register's that want to become somebody's recovery address: the latest of each person.

create table address_claim (
    id uuid primary key,
    person uuid not null unique references person,
    address varchar(400) not null,
    secret_digest varchar(128) not null unique,
    made timestamp with time zone not null,
    until timestamp with time zone not null,
    stage varchar(20) not null
);
create index address_claim_stage on address_claim (stage, made);
