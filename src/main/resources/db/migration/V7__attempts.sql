-- What failed and is tried again: how often it failed, since when, and when it is tried next (null: it is being tried,
-- or waits for a person). A row goes when its transfer comes to an end or is taken up anew.

create table attempt (
    transfer      text   not null primary key references transfer (id),
    queue         text   not null,
    failures      bigint not null,
    since_at      bigint not null,
    next_at       bigint
);

create index attempt_next on attempt (next_at);
