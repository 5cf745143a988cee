-- When an operation was first heard of: its acceptance's time, or its end's where that came first. It is written once,
-- so that whoever goes through a list while operations go on skips and repeats none.
ALTER TABLE operations ADD COLUMN listed_at timestamptz(3);
UPDATE operations SET listed_at = coalesce(accepted_at, finished_at);
ALTER TABLE operations ALTER COLUMN listed_at SET NOT NULL;

CREATE INDEX operations_newest_of_user ON operations (user_id, listed_at DESC, operation_id DESC);
