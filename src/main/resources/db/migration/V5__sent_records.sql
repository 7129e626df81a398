-- Records that are answered one by one, and what became of each. A record is named by a keyed pseudonym: nothing in here
-- leads to a person.

create table sent_record (
    transfer      text   not null references transfer (id),
    record        text   not null,
    outcome       text,
    answered_by   text   references transfer (id),
    primary key (transfer, record)
);

create index sent_record_record on sent_record (record);
