-- What people ask for under data protection law, and what came of it.

create table rights_request (
    id uuid primary key,
    person uuid not null references person,
    wanted varchar(20) not null,
    words varchar(4000) not null,
    made timestamp with time zone not null,
    due date not null,
    granted boolean,
    answered_by uuid references person,
    answered timestamp with time zone,
    reason varchar(4000)
);
create index rights_request_person on rights_request (person, made);

-- Whose data branches asked for. The person is known once it was granted.

create table data_release (
    id uuid primary key,
    unit uuid not null references unit,
    asked_by uuid not null references person,
    member_number varchar(40) not null,
    purpose varchar(4000) not null,
    made timestamp with time zone not null,
    granted boolean,
    answered_by uuid references person,
    answered timestamp with time zone,
    reason varchar(4000),
    person uuid references person,
    until timestamp with time zone
);
create index data_release_asked_by on data_release (asked_by, made);
create index data_release_person on data_release (person);

-- What branches ask the member office to change in the register.

create table change_request (
    id uuid primary key,
    unit uuid not null references unit,
    asked_by uuid not null references person,
    member_number varchar(40) not null,
    kind varchar(20) not null,
    words varchar(4000) not null,
    made timestamp with time zone not null,
    exported timestamp with time zone,
    granted boolean,
    answered_by uuid references person,
    answered timestamp with time zone,
    reason varchar(4000)
);
create index change_request_asked_by on change_request (asked_by, made);
create index change_request_number on change_request (member_number);
