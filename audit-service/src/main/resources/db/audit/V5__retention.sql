-- Which partitions' checkpoints are in audit.heads, by the first moment that has to be kept. No proof rests on it: a month
-- that is dropped without a signed checkpoint is missing, whatever stands here.
CREATE TABLE checkpoints (
    partition  int         PRIMARY KEY,
    first_kept timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON checkpoints TO botyard_audit;

-- How many months lie before this moment; entries outside of all months count as one.
CREATE FUNCTION old_months(first_kept timestamptz) RETURNS int
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
    SELECT (SELECT count(*) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'audit.entries'::regclass AND relname ~ '^entries_[0-9]{4}_[0-9]{2}$'
                AND relname < 'entries_' || to_char(first_kept AT TIME ZONE 'UTC', 'YYYY_MM'))::int
        + (EXISTS (SELECT FROM audit.entries_other WHERE recorded_at < first_kept))::int
$$;

-- Drops the months before this moment, all at once, when the checkpoints of all partitions allow it. The service has no
-- other way to take an entry away, and none to take one that Kafka may tell of again. It waits for readers for two
-- seconds only, since everybody else waits behind it.
CREATE FUNCTION drop_months(first_kept timestamptz) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS
$$
DECLARE
    name    text;
    dropped int := 0;
BEGIN
    IF first_kept > now() - interval '35 days' THEN
        RAISE EXCEPTION 'entries are kept for 35 days at least: %', first_kept;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('audit.prepare_months'));
    IF (SELECT count(*) FROM audit.checkpoints allowed WHERE allowed.first_kept = drop_months.first_kept)
            IS DISTINCT FROM (SELECT partitions::bigint FROM audit.deployment) THEN
        RETURN 0;
    END IF;
    FOR name IN
        SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = 'audit.entries'::regclass AND relname ~ '^entries_[0-9]{4}_[0-9]{2}$'
            AND relname < 'entries_' || to_char(first_kept AT TIME ZONE 'UTC', 'YYYY_MM')
        ORDER BY relname
    LOOP
        EXECUTE format('ALTER TABLE audit.entries DETACH PARTITION audit.%I', name);
        EXECUTE format('DROP TABLE audit.%I', name);
        dropped := dropped + 1;
    END LOOP;
    DELETE FROM audit.entries_other WHERE recorded_at < first_kept;
    RETURN dropped;
END
$$;

REVOKE ALL ON FUNCTION old_months(timestamptz), drop_months(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION old_months(timestamptz), drop_months(timestamptz) TO botyard_audit;
