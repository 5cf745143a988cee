-- When the keys before the one that a rotation brought were retired; none while something may still be sealed under them.
alter table key_rotation
    add column retired_at timestamptz,
    add check (retired_at is null or finished_at is not null);

create or replace view key_rotation_view as
select r.version, r.command_id, r.started_at, r.finished_at, r.rows_reencrypted,
       r.rows_reencrypted + coalesce(r.rows_unreadable, b.behind) as rows_total,
       coalesce(r.rows_unreadable, b.unreadable) as rows_unreadable,
       r.retired_at
from key_rotation r
cross join lateral (
    select count(*) as behind, count(*) filter (where left_behind = r.version) as unreadable
    from bot
    where r.finished_at is null and key_version < r.version) b;
