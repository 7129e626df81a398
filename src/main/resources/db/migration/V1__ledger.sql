-- One script for SQLite and PostgreSQL: only text and bigint, no defaults, no functions.
-- Times are microseconds since 1970-01-01T00:00Z. Enumerations are their labels in lower case.

create table transfer (
    id            text   not null primary key,
    interchange   text   not null,
    direction     text   not null,
    counterparty  text   not null,
    purposes      text   not null,
    state         text   not null,
    file_name     text,
    source        text,
    received_at   bigint not null,
    changed_at    bigint not null,
    records       bigint,
    members       bigint,
    parent        text references transfer (id),
    payload_id    text,
    wrapped_key   text,
    sha256        text,
    size          bigint,
    last_error    text
);

-- the same bytes are taken in once, under whatever name; what a person rejected may come again
create unique index transfer_bytes on transfer (interchange, sha256)
    where direction = 'in' and state not in ('duplicate', 'rejected');

-- what was accepted is announced once to each interchange that follows
create unique index transfer_child on transfer (parent, interchange) where parent is not null;

create index transfer_interchange on transfer (interchange, id);
create index transfer_changed on transfer (interchange, changed_at);
create index transfer_source on transfer (interchange, source);
create index transfer_state on transfer (state, id);
create index transfer_payload on transfer (payload_id);

-- append-only; mac seals all other columns and the mac of the entry before
create table entry (
    number        bigint not null primary key,
    at            bigint not null,
    transfer      text references transfer (id),
    kind          text   not null,
    state         text,
    details       text   not null,
    mac           text   not null
);

create index entry_transfer on entry (transfer, number);

create table finding (
    transfer      text   not null references transfer (id),
    position      bigint not null,
    finding       text   not null,
    primary key (transfer, position)
);

create table outgoing (
    id            bigint not null primary key,
    queue         text   not null,
    transfer      text   not null references transfer (id),
    body          text
);

-- the last number given to an outgoing message: a number is never given twice, or confirming the one message
-- could remove another
create table outgoing_number (
    last          bigint not null
);

insert into outgoing_number (last) values (0);
