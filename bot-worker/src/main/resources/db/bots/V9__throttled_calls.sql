-- How often Telegram has answered 429 to a call that was set aside: told with its outcome.
alter table parked_call add column throttled int not null default 0;
