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

-- Units as they were until they were changed, so that a past day can be asked about.

create table unit_past (
    unit uuid not null references unit,
    until timestamp with time zone not null,
    kind varchar(60) not null,
    name varchar(400) not null,
    parent uuid,
    official_key varchar(200),
    origin varchar(20) not null,
    ended boolean not null
);
create index unit_past_unit on unit_past (unit, until);

-- How units ended that were merged or dissolved. While it is open their groups stay: after a merger
-- because somebody who granted them something has yet to decide, after a dissolution because the unit
-- can still be restored.

create table unit_ending (
    unit uuid primary key references unit,
    ended_on date not null,
    into_unit uuid references unit,
    open boolean not null
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
-- Whose day of leaving has come is asked every hour and by pages.
create index person_left on person (left_on);

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
-- Who moved away lately is asked whenever groups are made.
create index membership_until on membership (until);

-- People who are no members: for which unit, what for, until when, and who vouches for them.

create table guest (
    person uuid primary key references person,
    unit uuid not null references unit,
    sponsor uuid not null references person,
    purpose varchar(400) not null,
    until date not null,
    reminded boolean not null
);
create index guest_unit on guest (unit);
create index guest_until on guest (until);

-- How many people belonged to each unit on each day: numbers, no people.

create table tally (
    counted_on date not null,
    unit uuid not null references unit,
    measure varchar(20) not null,
    people integer not null,
    primary key (counted_on, unit, measure)
);

-- Accounts, and the login names that were given up, as keyed hashes.

create table account (
    person uuid primary key references person,
    username varchar(40) not null unique,
    display_name varchar(400) not null,
    state varchar(20) not null,
    sandbox boolean not null
);
create index account_state on account (state);

-- When accounts were last used: by the directory, and here; and when nobody seemed to any more.

create table account_use (
    person uuid primary key references account,
    bound date,
    came date,
    told date
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

-- Tokens that people made for programs, and one-time codes. Of their secrets only digests are kept.

create table token (
    id uuid primary key,
    person uuid not null references person,
    name varchar(200) not null,
    scope varchar(20) not null,
    secret_digest varchar(64) not null unique,
    made timestamp with time zone not null,
    until timestamp with time zone not null
);
create index token_person on token (person, made);

-- person is null for the set-up code.
create table one_time_code (
    secret_digest varchar(64) primary key,
    person uuid references person,
    until timestamp with time zone not null
);

-- How people come in: the latest invitation of each, the notice they accepted, the address they confirmed.

create table arrival_letter (
    person uuid primary key references person,
    letter uuid not null,
    address varchar(400) not null,
    written timestamp with time zone not null
);
create index arrival_letter_written on arrival_letter (written);

create table arrival_wave (
    one integer primary key check (one = 1),
    paused boolean not null
);

create table notice_acceptance (
    person uuid primary key references person,
    version varchar(40) not null,
    at timestamp with time zone not null
);

create table recovery_address (
    person uuid primary key references person,
    address varchar(400) not null,
    confirmed timestamp with time zone not null
);

-- Addresses of the register's that want to become somebody's recovery address: the latest of each person.

create table address_claim (
    id uuid primary key,
    person uuid not null unique references person,
    address varchar(400) not null,
    secret_digest varchar(128) not null unique,
    made timestamp with time zone not null,
    until timestamp with time zone not null,
    stage varchar(20) not null
);
create index address_claim_stage on address_claim (stage, made);

-- How people end: who is going to be erased and how far that is, and what is left of those who were. Of
-- a member number only a keyed digest stays, by which a roster that lists it again is recognised.

create table farewell (
    person uuid primary key references person,
    since date not null,
    cause varchar(20) not null,
    told integer not null,
    last date not null,
    written timestamp with time zone
);

create table tombstone (
    person uuid primary key references person,
    number_digest varchar(64),
    cause varchar(20) not null,
    erased timestamp with time zone not null
);
create index tombstone_number on tombstone (number_digest);

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
    -- People deleted it in the cloud: grants on it wait until it is there again.
    deleted boolean not null,
    -- For whom of its unit's people it is open: LEADS or BOARD; nothing for all of them.
    closed_to varchar(10),
    unique (unit, path_folded)
);

-- Grants go to a part of a unit, to a person, a link, a mail address, somebody on another cloud.

create table unit_grant (
    id uuid primary key,
    unit uuid not null references workspace,
    folder uuid references folder,
    to_kind varchar(20) not null,
    to_unit uuid references unit,
    to_part varchar(20),
    to_person uuid references person,
    to_address varchar(400),
    secured boolean not null,
    permissions integer not null,
    since date not null,
    until date,
    reason varchar(4000) not null,
    decided_by uuid not null references person
);
create index unit_grant_unit on unit_grant (unit);
create index unit_grant_to on unit_grant (to_unit);
create index unit_grant_to_person on unit_grant (to_person);

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

-- Of which ends of grants their units were reminded, and how many days before.

create table grant_reminder (
    grant_id uuid not null references unit_grant,
    until date not null,
    days integer not null,
    primary key (grant_id, until, days)
);

-- Grants to groups whose share a cloud is to make again, for those who hid it from themselves.

create table shown_anew (
    grant_id uuid primary key references unit_grant on delete cascade
);

-- A link's password on its way to the cloud, sealed under the installation's secret.

create table link_password (
    grant_id uuid primary key references unit_grant,
    sealed varchar(2000) not null
);

-- Where a cloud says that a link leads; the key of a share may hold an address.

create table cloud_link (
    grant_id uuid primary key,
    cloud varchar(60) not null,
    address varchar(2000) not null
);

-- How far a unit and all below it may grant, where it tightened that.

create table unit_ceiling (
    unit uuid primary key references unit,
    to_kinds varchar(200) not null,
    days integer,
    password boolean not null
);

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

-- Access that units offer to single people, who accept it or not.

create table person_offer (
    id uuid primary key,
    unit uuid not null references workspace,
    folder uuid references folder,
    address varchar(400) not null,
    person uuid references person,
    because uuid references unit,
    permissions integer not null,
    until date,
    reason varchar(4000) not null,
    made_by uuid not null references person,
    made timestamp with time zone not null,
    waits_until timestamp with time zone not null,
    stage varchar(20) not null,
    grant_id uuid references unit_grant
);
create index person_offer_person on person_offer (person);
create index person_offer_unit on person_offer (unit);

-- Invitations, one for each request; those whom its address fits hang below it. One that fits nobody is
-- kept just the same.

create table invitation (
    id uuid primary key,
    unit uuid not null references unit,
    addressed_to varchar(400) not null,
    made_by uuid not null references person,
    made timestamp with time zone not null,
    until timestamp with time zone not null,
    withdrawn boolean not null
);
create index invitation_unit on invitation (unit);
create index invitation_made_by on invitation (made_by, made);

create table invitation_guest (
    invitation uuid not null references invitation on delete cascade,
    person uuid not null references person,
    answer varchar(20) not null,
    primary key (invitation, person)
);
create index invitation_guest_person on invitation_guest (person);

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

-- Runs of the reconciler, and what came of their changes. What they say is the key of a sentence and its
-- facts, divided by ASCII's separators, read in the reader's language.

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
    not_yet integer not null,
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

-- Rosters that were read. What one says of people is kept, in pieces, only while it waits. Approved ones
-- are carried out in steps, dangerous ones by two people; questions are answered, ages only ever counted,
-- and mass changes announced beforehand.

create table roster (
    id uuid primary key,
    made timestamp with time zone not null,
    made_by uuid references person,
    profile varchar(40) not null,
    encoding varchar(40) not null,
    stage varchar(20) not null,
    lines integer not null,
    problems integer not null,
    steps integer default 0 not null,
    done integer default 0 not null,
    left_out integer default 0 not null,
    first_by uuid references person,
    first_hash varchar(100),
    approved_by uuid references person
);

create table roster_count (
    roster uuid not null references roster,
    kind varchar(20) not null,
    people integer not null,
    primary key (roster, kind)
);

create table roster_piece (
    roster uuid not null references roster,
    place integer not null,
    bytes bytea not null,
    primary key (roster, place)
);

create table roster_left_out (
    roster uuid not null references roster on delete cascade,
    place integer not null,
    primary key (roster, place)
);

create table roster_reply (
    roster uuid not null references roster on delete cascade,
    question varchar(120) not null,
    reply varchar(20) not null,
    primary key (roster, question)
);

create table roster_age (
    roster uuid not null references roster on delete cascade,
    unit uuid not null references unit,
    band varchar(20) not null,
    people integer not null,
    primary key (roster, unit, band)
);

create table expected_change (
    id uuid primary key,
    what varchar(40) not null,
    from_day date not null,
    until_day date not null,
    at_most integer not null,
    percent integer not null,
    reason varchar(400) not null
);

-- What stands in each cloud: the cloud's ids of our objects, how each was last seen, and what the cloud
-- calls our groups.

create table cloud_object (
    cloud varchar(60) not null,
    -- May hold an address.
    object_key varchar(600) not null,
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

-- Of what was done by hand those who lead its unit were told by letter, and when.

create table drift_letter (
    drift uuid primary key references drift on delete cascade,
    told timestamp with time zone not null
);

-- Letters that were put down and how far each came. Facts are in order; an address stands only where a
-- letter goes to exactly that one.

create table letter (
    id uuid primary key,
    person uuid references person,
    address varchar(400),
    desk varchar(20),
    template varchar(60) not null,
    language varchar(2),
    made timestamp with time zone not null,
    stage varchar(20) not null,
    attempts integer not null,
    due timestamp with time zone not null,
    twice boolean not null,
    trouble varchar(20)
);
create index letter_due on letter (stage, due);
create index letter_person on letter (person);

create table letter_fact (
    letter uuid not null references letter on delete cascade,
    place integer not null,
    fact varchar(4000) not null,
    primary key (letter, place)
);

-- Answers to requests with an Idempotency-Key: who asked what is a digest; without a status, the request
-- was begun and its answer is not known.

create table answer (
    request varchar(64) primary key,
    body varchar(64) not null,
    made timestamp with time zone not null,
    status integer,
    headers varchar(4000),
    content text
);
create index answer_made on answer (made);

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

-- How far each branch's month came: drawn up, filed into its board's workspace, told.

create table monthly_statement (
    branch uuid not null references unit,
    month_begins date not null,
    drawn timestamp with time zone not null,
    sheet varchar(1000000),
    filed timestamp with time zone,
    told timestamp with time zone,
    waits varchar(4000),
    primary key (branch, month_begins)
);
create index monthly_statement_told on monthly_statement (told);
