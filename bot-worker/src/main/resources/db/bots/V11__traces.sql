-- Which trace a call that was set aside belongs to: whoever goes on with it goes on with that, too.
alter table parked_call add column traceparent text;
