-- What admins decided about a user, which outlives their bot. Its version is that of the user's last change that no bot
-- of theirs carries, so that versions never go back, also when one bot goes and another comes.
create table standing (
    user_id                       bigint primary key,
    suspension_reason             text,
    admin_max_requests_per_second numeric,
    admin_max_concurrent_requests int,
    claimed_bot_id                bigint,
    version                       bigint not null,
    check (claimed_bot_id is null or suspension_reason is not null)
);

-- A suspended bot's bot_id stays its user's, also when the bot is removed.
create unique index standing_claim on standing (claimed_bot_id) where claimed_bot_id is not null;

insert into standing
select user_id, suspension_reason, admin_max_requests_per_second, admin_max_concurrent_requests,
       case when is_verified and suspension_reason is not null then bot_id end, version
from bot
where suspension_reason is not null
   or admin_max_requests_per_second is not null
   or admin_max_concurrent_requests is not null;

drop view bot_view;

alter table bot
    drop column suspension_reason,
    drop column admin_max_requests_per_second,
    drop column admin_max_concurrent_requests;

-- What gateways may see: everything but the sealed credentials.
create view bot_view as
select b.user_id, b.id, b.bot_id, b.bot_username, b.status, b.is_verified,
       b.max_requests_per_second, b.max_concurrent_requests,
       s.admin_max_requests_per_second, s.admin_max_concurrent_requests,
       s.suspension_reason, b.last_error, b.mtproto is not null as mtproto_configured,
       b.version, b.created_at, b.updated_at
from bot b
left join standing s using (user_id);

-- The same of users who may have no bot.
create view standing_view as
select user_id, suspension_reason, admin_max_requests_per_second, admin_max_concurrent_requests, version
from standing;

-- Which worker acts for which partition, as an admin sees it.
create view ownership_view as
select partition, holder, lease_until
from ownership;

grant select, insert, update on standing to botyard_worker;
grant select on bot_view, standing_view, ownership_view to botyard_gateway;
