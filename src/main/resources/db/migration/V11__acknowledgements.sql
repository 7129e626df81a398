-- Which transfer acknowledged a delivery (受領確認). The entry of the delivery says the same; this finds what is missing.

create table acknowledgement (
    transfer          text   not null primary key references transfer (id),
    acknowledged_by   text   not null references transfer (id),
    at                bigint not null
);

-- what a transfer that arrives tells about records is looked for by it
create index sent_record_answered_by on sent_record (answered_by);
