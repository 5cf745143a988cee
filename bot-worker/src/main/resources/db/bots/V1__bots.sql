-- The partition count this deployment was made with; a service that sees another refuses to start.
create table topology (
    only_row   boolean primary key default true check (only_row),
    partitions int not null check (partitions > 0)
);

-- Who owns a partition: the one row that proves it.
create table ownership (
    partition   int primary key,
    epoch       bigint not null,
    holder      text not null,
    lease_until timestamptz not null
);

create sequence bot_ids;

create table bot (
    id                            bigint primary key,
    user_id                       bigint not null unique,
    bot_id                        bigint not null,
    bot_username                  text,
    token                         text not null,
    mtproto                       text,
    status                        text not null check (status in ('pending', 'active', 'rate_limited', 'error', 'suspended')),
    is_verified                   boolean not null,
    max_requests_per_second       numeric not null,
    max_concurrent_requests       int not null,
    admin_max_requests_per_second numeric,
    admin_max_concurrent_requests int,
    suspension_reason             text,
    last_error                    text,
    version                       bigint not null,
    created_at                    timestamptz not null,
    updated_at                    timestamptz not null
);

-- A verified bot of Telegram's belongs to one user.
create unique index bot_claim on bot (bot_id) where is_verified;

-- Commands that have come to something, kept longer than their topic keeps them.
create table processed_command (
    command_id uuid primary key,
    at         timestamptz not null
);
create index processed_command_at on processed_command (at);

-- Events that are committed with the change they tell of; published_at is the flag that finds the others.
create table outbox (
    event_id     uuid primary key,
    position     bigint generated always as identity,
    partition    int not null,
    type         text not null,
    event        text not null,
    reply_to     text,
    published_at timestamptz
);
create index outbox_unpublished on outbox (partition, position) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- What gateways may see: everything but the sealed credentials.
create view bot_view as
select user_id, id, bot_id, bot_username, status, is_verified,
       max_requests_per_second, max_concurrent_requests,
       admin_max_requests_per_second, admin_max_concurrent_requests,
       suspension_reason, last_error, mtproto is not null as mtproto_configured,
       version, created_at, updated_at
from bot;

grant select, insert on topology to botyard_worker;
grant select, insert, update on ownership to botyard_worker;
grant usage on sequence bot_ids to botyard_worker;
grant select, insert, update, delete on bot, processed_command, outbox to botyard_worker;
grant select on bot_view to botyard_gateway;
