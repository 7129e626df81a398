-- party: which of the many parties of its counterparty; answers: the transfer whose inquiry it answers. Both as they came:
-- who may get what, the gate decides.

alter table transfer add column party text;
alter table transfer add column answers text;

-- the same bytes of two parties are two files, and so are the same answers to two inquiries
drop index transfer_bytes;
create unique index transfer_bytes
    on transfer (interchange, sha256, (coalesce(party, '')), (coalesce(answers, '')))
    where direction = 'in' and state not in ('duplicate', 'rejected');

create index transfer_party on transfer (party, id) where party is not null;
