-- For whom of its unit's people a folder is open: LEADS or BOARD; nothing for all of them.
alter table folder add column closed_to varchar(10);
