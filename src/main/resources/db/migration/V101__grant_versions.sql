-- Every decision about a grant is kept, so that the past can be asked.

create table grant_version (
    grant_id uuid not null references unit_grant,
    number integer not null,
    since timestamp with time zone not null,
    decided_by uuid not null references person,
    permissions integer not null,
    valid_from date not null,
    valid_until date,
    reason varchar(4000) not null,
    secured boolean not null,
    primary key (grant_id, number)
);
insert into grant_version (grant_id, number, since, decided_by, permissions, valid_from,
    valid_until, reason, secured)
select id, 1, cast(since as timestamp with time zone), decided_by, permissions, since, until,
    reason, secured from unit_grant;
