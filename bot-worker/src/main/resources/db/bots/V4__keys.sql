-- The keys there are, as the platform's worker has seen them. What seals and opens is not in here.
create table token_key (
    version int primary key check (version > 0)
);

-- Rotations, each named by the key it brings. One runs at a time.
create table key_rotation (
    version          int primary key check (version > 1),
    command_id       uuid not null unique,
    command          text not null, -- as it was given, for the event that tells of the end
    start_event_id   uuid not null, -- told before the end is
    started_at       timestamptz not null,
    finished_at      timestamptz,
    rows_reencrypted bigint not null default 0,
    rows_unreadable  bigint, -- none until it is finished
    check ((finished_at is null) = (rows_unreadable is null))
);
create unique index key_rotation_running on key_rotation ((true)) where finished_at is null;

-- key_version: the oldest key that a secret in the row is sealed under; 0 where that is not known, which counts as old.
-- left_behind: the rotation that found a secret in the row which does not open. Nobody tries again before the next
-- rotation, or before the row is written.
-- token_since: the bot's version that brought the token. Sealed anew it is still the same token.
alter table bot
    add column key_version int not null default 0,
    add column left_behind int not null default 0,
    add column token_since bigint not null default 0;
create index bot_key_version on bot (key_version);

-- How much is sealed under each key. 0 is what was written before keys had versions.
create view key_view as
select v.version,
       coalesce(v.version = (select max(version) from token_key), false) as newest,
       count(b.id) as row_count
from (select version from token_key union select key_version from bot) v
left join bot b on b.key_version = v.version
group by v.version;

-- How far each rotation is. While it runs, what is left is counted: bots come and go.
create view key_rotation_view as
select r.version, r.command_id, r.started_at, r.finished_at, r.rows_reencrypted,
       r.rows_reencrypted + coalesce(r.rows_unreadable, b.behind) as rows_total,
       coalesce(r.rows_unreadable, b.unreadable) as rows_unreadable
from key_rotation r
cross join lateral (
    select count(*) as behind, count(*) filter (where left_behind = r.version) as unreadable
    from bot
    where r.finished_at is null and key_version < r.version) b;

grant select, insert on token_key to botyard_worker;
grant select, insert, update on key_rotation to botyard_worker;
grant select on key_view, key_rotation_view to botyard_gateway;
