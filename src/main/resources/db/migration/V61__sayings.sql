-- What runs say is kept as the key of a sentence and its facts, divided by ASCII's separators, and read
-- in the reader's language. What was said in English before stays as it was said.

alter table run add column not_yet integer default 0 not null;

update run set message = 'literally' || chr(31) || message where message is not null;
update run_line set line = 'literally' || chr(31) || line;
update run_line set reason = 'literally' || chr(31) || reason where reason is not null;
