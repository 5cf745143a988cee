-- What each worker says of itself every few seconds, for whoever operates it. No other worker reads it.
create table worker_report (
    worker          text primary key, -- as it stands in ownership
    host            text not null,
    started_at      timestamptz not null,
    seen_at         timestamptz not null,
    resident_bots   int not null,
    calls_under_way int not null,
    parked_calls    int not null
);

-- What audit-service may see of workers. One that has said nothing for a day is no longer one.
create view worker_view as
select worker, host, started_at, seen_at, resident_bots, calls_under_way, parked_calls
from worker_report
where seen_at > clock_timestamp() - interval '1 day';

-- How many chats and bots are to wait as Telegram said; not which.
create view gate_view as
select count(*) as waiting
from gate
where opens_at > clock_timestamp();

grant select, insert, update, delete on worker_report to botyard_worker;
grant usage on schema bots to botyard_audit;
grant select on worker_view, gate_view, ownership_view to botyard_audit;
