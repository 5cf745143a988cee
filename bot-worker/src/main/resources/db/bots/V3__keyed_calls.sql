-- Calls that came with an idempotency key, each with the record that asked for it first: any other record is a repeat.
create table keyed_call (
    command_id   uuid primary key,
    first_offset bigint not null,
    at           timestamptz not null
);
create index keyed_call_at on keyed_call (at);

grant select, insert, delete on keyed_call to botyard_worker;
