-- How units ended that were merged or dissolved. While it is open their groups stay: after a merger
-- because somebody who granted them something has yet to decide, after a dissolution because the unit
-- can still be restored.

create table unit_ending (
    unit uuid primary key references unit,
    ended_on date not null,
    into_unit uuid references unit,
    open boolean not null
);
