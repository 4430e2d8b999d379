-- Whose day of leaving has come is asked every hour and by pages.

create index person_left on person (left_on);

-- Duties end with leaving. Those of people who left before would come back with them.

update duty set until = current_timestamp
where (until is null or until > current_timestamp)
    and person in (select person from account where state in ('SUSPENDED', 'ERASED'));
