-- Grants to groups whose share a cloud is to make again, for those who hid it from themselves.

create table shown_anew (
    grant_id uuid primary key references unit_grant on delete cascade
);
