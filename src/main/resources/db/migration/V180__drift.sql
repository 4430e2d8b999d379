-- What somebody did by hand in a cloud, what the product did about it, and what was decided.

create table drift (
    id uuid primary key,
    cloud varchar(100) not null,
    unit uuid not null references unit,
    what varchar(20) not null,
    object varchar(400) not null,
    folder uuid,
    path varchar(4000) not null,
    came_from varchar(4000),
    to_kind varchar(20),
    to_unit uuid,
    to_part varchar(20),
    to_person uuid,
    to_address varchar(400),
    secured boolean not null,
    stranger varchar(400) not null,
    made_by uuid,
    was_permissions integer,
    was_until date,
    is_permissions integer,
    is_until date,
    law varchar(20) not null,
    since timestamp with time zone not null,
    run uuid not null,
    last_seen timestamp with time zone not null,
    done timestamp with time zone,
    choice varchar(20),
    answered_by uuid references person,
    answered timestamp with time zone
);
create index drift_unit on drift (unit, since);
create index drift_object on drift (cloud, object);
create index drift_choice on drift (choice);
