-- A folder that people deleted in the cloud: grants on it wait until it is there again.

alter table folder add column deleted boolean default false not null;
