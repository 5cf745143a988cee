-- Calls set aside until their gate opens, their time comes or there is room for them. The row is the call's intent, too:
-- started_until is committed before Telegram is asked. Of one chat they go by position: the offset of the record that
-- asked for each, so that it does not matter in which order they were set aside.
create table parked_call (
    command_id    uuid primary key,
    partition     int not null,
    user_id       bigint not null,
    id            bigint not null, -- the bot's row
    chat          text, -- none: it waits for no other
    position      bigint not null,
    interactive   boolean not null,
    call          text not null,
    attempts      int not null,
    may_be_done   boolean not null,
    not_before    timestamptz not null,
    started_until timestamptz,
    expires_at    timestamptz not null
);
create index parked_call_in_order on parked_call (partition, user_id, chat, position);
create index parked_call_expires on parked_call (partition, expires_at);

-- Chats, and bots where chat is empty, that Telegram told to wait for more than 5 s. command_id is the call that was
-- told so.
create table gate (
    user_id    bigint not null,
    chat       text not null,
    partition  int not null,
    opens_at   timestamptz not null,
    command_id uuid not null,
    primary key (user_id, chat)
);
create index gate_opens on gate (partition, opens_at);

-- Users whose bots have as many calls waiting as may. command_id is the call that met it first.
create table full_backlog (
    user_id    bigint primary key,
    partition  int not null,
    command_id uuid not null
);

-- What is not told some seconds after it was added is told again: a commit whose answer got lost leaves nobody to do it.
alter table outbox add column added_at timestamptz not null default clock_timestamp();

drop view bot_view;

-- What gateways may see: everything but the sealed credentials.
create view bot_view as
select b.user_id, b.id, b.bot_id, b.bot_username, b.status, b.is_verified,
       b.max_requests_per_second, b.max_concurrent_requests,
       s.admin_max_requests_per_second, s.admin_max_concurrent_requests,
       s.suspension_reason, b.last_error, b.mtproto is not null as mtproto_configured,
       b.version, b.created_at, b.updated_at,
       exists (select 1 from full_backlog f where f.user_id = b.user_id) as backlog_full
from bot b
left join standing s using (user_id);

grant select, insert, update, delete on parked_call, gate, full_backlog to botyard_worker;
grant select on bot_view to botyard_gateway;
