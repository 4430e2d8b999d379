-- Of which ends of grants their units were reminded, and how many days before.

create table grant_reminder (
    grant_id uuid not null references unit_grant,
    until date not null,
    days integer not null,
    primary key (grant_id, until, days)
);
