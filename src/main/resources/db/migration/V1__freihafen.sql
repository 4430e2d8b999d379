create table instance (
    id uuid primary key,
    epoch bigint not null
);
