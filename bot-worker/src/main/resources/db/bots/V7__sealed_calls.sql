-- The key that the body of a parked call is sealed under, 0 when that cannot be told; none where nothing in it is secret.
alter table parked_call add column key_version int;
create index parked_call_key on parked_call (key_version) where key_version is not null;
