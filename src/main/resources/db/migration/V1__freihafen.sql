-- What Freihafen remembers, on H2 and PostgreSQL alike. Enumerations are kept by name, texts compared
-- without case a second time in lower case (..._folded), moments in UTC.

-- Which installation this is: one row. The mark tells whether the secret is still the one under which
-- login names were hashed.

create table instance (
    one integer primary key check (one = 1),
    id uuid not null,
    epoch bigint not null,
    secret_mark varchar(64) not null
);

-- Units. A key is never used twice, so a unit that ended stays.

create table unit (
    id uuid primary key,
    unit_key varchar(40) not null unique,
    kind varchar(60) not null,
    name varchar(400) not null,
    parent uuid references unit,
    official_key varchar(200),
    origin varchar(20) not null,
    ended boolean not null
);

-- People and where they belong.

create table person (
    id uuid primary key,
    member_number varchar(40) unique,
    given_name varchar(400) not null,
    family_name varchar(400) not null,
    email varchar(400),
    email_folded varchar(400),
    status varchar(20) not null,
    joined_on date,
    left_on date,
    balance_cents integer not null,
    reminders integer not null,
    origin varchar(20) not null
);
create index person_email on person (email_folded);

-- The latest of a person's memberships in a unit is marked true, former ones null, so that the unique
-- constraint lets nobody belong to a unit twice.
create table membership (
    person uuid not null references person,
    unit uuid not null references unit,
    since date not null,
    until date,
    role varchar(20) not null,
    origin varchar(20) not null,
    latest boolean,
    primary key (person, unit, since),
    unique (person, unit, latest)
);
create index membership_unit on membership (unit);

-- Accounts, and the login names that were given up, as keyed hashes.

create table account (
    person uuid primary key references person,
    username varchar(40) not null unique,
    display_name varchar(400) not null,
    state varchar(20) not null,
    sandbox boolean not null
);

create table retired_username (
    digest varchar(64) primary key
);

create table password_link (
    person uuid primary key references person,
    secret_digest varchar(128) not null unique,
    until timestamp with time zone not null
);

-- The unit is all zeros for the whole federation.
create table duty (
    person uuid not null references person,
    duty varchar(20) not null,
    unit uuid not null,
    until timestamp with time zone,
    primary key (person, duty, unit)
);

-- Workspaces, their folders, and grants on them. Permissions are a sum: read 1, edit 2, create 4,
-- delete 8.

create table workspace (
    unit uuid primary key references unit,
    cloud varchar(60) not null,
    archived boolean not null
);

create table folder (
    id uuid primary key,
    unit uuid not null references workspace,
    path varchar(1200) not null,
    path_folded varchar(1200) not null,
    unique (unit, path_folded)
);

create table unit_grant (
    id uuid primary key,
    unit uuid not null references workspace,
    folder uuid references folder,
    to_unit uuid not null references unit,
    to_part varchar(20) not null,
    permissions integer not null,
    since date not null,
    until date,
    reason varchar(4000) not null,
    decided_by uuid not null references person
);
create index unit_grant_unit on unit_grant (unit);
create index unit_grant_to on unit_grant (to_unit);

-- Invitations. One that fits nobody is kept just the same.

create table invitation (
    id uuid primary key,
    unit uuid not null references unit,
    invited uuid references person,
    addressed_to varchar(400) not null,
    made_by uuid not null references person,
    made timestamp with time zone not null,
    until timestamp with time zone not null,
    answer varchar(20) not null
);
create index invitation_invited on invitation (invited);
create index invitation_unit on invitation (unit);
create index invitation_made_by on invitation (made_by, made);

-- The audit trail. Whoever appends locks the head, so that lines come one after the other. The hash
-- covers a salted digest of the reason; reason and salt can be erased and the chain stays whole.

create table audit_line (
    number bigint primary key,
    at timestamp with time zone not null,
    actor uuid,
    what varchar(100) not null,
    unit uuid,
    reason_digest varchar(64),
    previous varchar(64) not null,
    hash varchar(64) not null
);
create index audit_line_unit on audit_line (unit, number);
create index audit_line_actor on audit_line (actor, number);

create table audit_subject (
    number bigint not null references audit_line,
    place integer not null,
    subject uuid not null,
    primary key (number, place)
);
create index audit_subject_subject on audit_subject (subject, number);

create table audit_text (
    number bigint primary key references audit_line,
    salt varchar(64) not null,
    reason varchar(10000) not null
);

create table audit_head (
    one integer primary key check (one = 1),
    number bigint not null,
    hash varchar(64) not null
);
insert into audit_head values (1, 0, '');

-- Runs of the reconciler, and what came of their changes.

create table run (
    id uuid primary key,
    target varchar(60) not null,
    full_run boolean not null,
    dry_run boolean not null,
    phase varchar(20) not null,
    started timestamp with time zone not null,
    ended timestamp with time zone,
    planned integer not null,
    applied integer not null,
    refused integer not null,
    unavailable integer not null,
    unexplained integer not null,
    hash varchar(64),
    message varchar
);
create index run_target on run (target, id);

create table run_loss (
    run uuid not null references run,
    place integer not null,
    what varchar(60) not null,
    place_name varchar not null,
    lost integer not null,
    before integer not null,
    primary key (run, place)
);

create table run_line (
    run uuid not null references run,
    number integer not null,
    line varchar not null,
    result varchar(20) not null,
    reason varchar,
    primary key (run, number)
);

-- Structure files that were shown and wait for approval.

create table structure_plan (
    id uuid primary key,
    made timestamp with time zone not null,
    file text not null,
    hash varchar(64) not null
);

-- What stands in each cloud: the cloud's ids of our objects, how each was last seen, and what the cloud
-- calls our groups.

create table cloud_object (
    cloud varchar(60) not null,
    object_key varchar(100) not null,
    unit uuid not null,
    cloud_id varchar(100),
    seen varchar,
    primary key (cloud, object_key)
);
create index cloud_object_unit on cloud_object (unit);

create table cloud_group (
    cloud varchar(60) not null,
    unit uuid not null,
    part varchar(20) not null,
    gid varchar(400) not null,
    primary key (cloud, unit, part)
);
