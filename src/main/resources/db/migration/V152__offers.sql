-- Access that units offer to single people, who accept it or not.

create table person_offer (
    id uuid primary key,
    unit uuid not null references workspace,
    folder uuid references folder,
    address varchar(400) not null,
    person uuid references person,
    because uuid references unit,
    permissions integer not null,
    until date,
    reason varchar(4000) not null,
    made_by uuid not null references person,
    made timestamp with time zone not null,
    waits_until timestamp with time zone not null,
    stage varchar(20) not null,
    grant_id uuid references unit_grant
);
create index person_offer_person on person_offer (person);
create index person_offer_unit on person_offer (unit);
