-- When accounts were last used: by the directory, and here; and when nobody seemed to any more.

create table account_use (
    person uuid primary key references account,
    bound date,
    came date,
    told date
);
