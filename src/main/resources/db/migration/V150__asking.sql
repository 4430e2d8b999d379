-- Units ask other units for access to their files; the answer is a grant.

create table access_request (
    id uuid primary key,
    by_unit uuid not null references unit,
    part varchar(20) not null,
    of_unit uuid not null references unit,
    asked_by uuid not null references person,
    folder varchar(400) not null,
    permissions integer not null,
    until date,
    reason varchar(4000) not null,
    made timestamp with time zone not null,
    waits_until timestamp with time zone not null,
    stage varchar(20) not null,
    answered_by uuid references person,
    answered timestamp with time zone,
    grant_id uuid references unit_grant,
    answer varchar(4000)
);
create index access_request_by on access_request (by_unit, made);
create index access_request_of on access_request (of_unit, made);
create index access_request_stage on access_request (stage);
create index access_request_grant on access_request (grant_id);
