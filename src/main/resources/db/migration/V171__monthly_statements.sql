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
