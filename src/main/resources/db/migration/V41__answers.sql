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
