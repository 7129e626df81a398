-- Interchanges that stand still, each because the records of one transfer do not add up. A row goes when a person moves
-- its transfer.

create table stoppage (
    transfer      text   not null primary key references transfer (id),
    interchange   text   not null,
    queue         text   not null,
    since_at      bigint not null
);

create index stoppage_interchange on stoppage (interchange);

-- what concerns no transfer is rare, and asked for at each delivery: whether a restore is still to be settled
create index entry_general on entry (number) where transfer is null;
