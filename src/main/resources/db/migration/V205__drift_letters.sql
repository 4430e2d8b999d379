-- Of what was done by hand those who lead its unit were told by letter, and when.

create table drift_letter (
    drift uuid primary key references drift on delete cascade,
    told timestamp with time zone not null
);
