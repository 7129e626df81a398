-- Transfers whose file was about to get its name at the counterparty, noted before it does: whatever broke off then, it
-- may be there. A row goes when its transfer comes to an end.

create table may_be_there (
    transfer      text   not null primary key references transfer (id)
);

-- what versions before this one had begun to deliver, nobody noted
insert into may_be_there (transfer)
    select id from transfer t
    where state not in ('delivered', 'accepted', 'duplicate', 'rejected')
        and exists (select 1 from entry e where e.transfer = t.id and e.kind = 'delivery-started');
