-- An action or an outcome that is rare was looked for in all entries from the newest on. The names of the months' own
-- indexes are made by Postgres.
CREATE INDEX entries_newest_by_action ON entries (action, at DESC, user_id DESC, seq DESC);
CREATE INDEX entries_newest_by_outcome ON entries (outcome, at DESC, user_id DESC, seq DESC);
