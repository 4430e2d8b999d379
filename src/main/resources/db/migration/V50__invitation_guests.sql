-- One invitation for each request; those whom its address fits hang below it.

create table invitation_guest (
    invitation uuid not null references invitation on delete cascade,
    person uuid not null references person,
    answer varchar(20) not null,
    primary key (invitation, person)
);
create index invitation_guest_person on invitation_guest (person);

insert into invitation_guest (invitation, person, answer)
select kept.id, made.invited, case made.answer when 'WITHDRAWN' then 'OPEN' else made.answer end
from invitation made
join (
    select id, unit, addressed_to, made_by, made,
        row_number() over (partition by unit, addressed_to, made_by, made order by id) as place
    from invitation
) kept on kept.place = 1 and kept.unit = made.unit and kept.addressed_to = made.addressed_to
    and kept.made_by = made.made_by and kept.made = made.made
where made.invited is not null;

alter table invitation add column withdrawn boolean default false not null;
update invitation set withdrawn = true
where exists (
    select 1 from invitation other
    where other.answer = 'WITHDRAWN' and other.unit = invitation.unit
        and other.addressed_to = invitation.addressed_to
        and other.made_by = invitation.made_by and other.made = invitation.made
);

delete from invitation where id in (
    select id from (
        select id,
            row_number() over (partition by unit, addressed_to, made_by, made order by id) as place
        from invitation
    ) placed where place > 1
);

alter table invitation drop column invited;
alter table invitation drop column answer;
