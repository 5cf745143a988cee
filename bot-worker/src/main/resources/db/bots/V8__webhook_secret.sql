-- The SHA-256 of what Telegram is to send along with a verified bot's updates. The secret itself is not kept: the bot's
-- worker makes it of the token.
alter table bot add column webhook_secret_sha256 text;

-- What gateways may see of it. A suspended bot is sent none.
create view webhook_view as
select user_id, webhook_secret_sha256 as secret_sha256
from bot
where status in ('active', 'rate_limited') and webhook_secret_sha256 is not null;

grant select on webhook_view to botyard_gateway;
