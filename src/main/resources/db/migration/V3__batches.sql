-- What is collected during a day and sent as one: accepted transfers wait here for the cut-off of their day.
-- The rows follow the entries: whatever they say stands in sealed entries of part and batch too.

create table batch (
    transfer      text   not null primary key references transfer (id),
    interchange   text   not null,
    cut_off       bigint not null
);

-- one batch for each cut-off, whoever makes it
create unique index batch_cut_off on batch (interchange, cut_off);

create table transfer_part (
    part          text   not null references transfer (id),
    interchange   text   not null,
    cut_off       bigint not null,
    batch         text   references batch (transfer),
    primary key (part, interchange)
);

create index transfer_part_waiting on transfer_part (cut_off) where batch is null;
create index transfer_part_batch on transfer_part (batch) where batch is not null;

-- what was late is entered once for each time that it was due
create table late_delivery (
    interchange   text   not null,
    due           bigint not null,
    primary key (interchange, due)
);
