-- Ids of events go after 35 days and operations 7 days after they finished, and nobody can take away what is younger: the
-- service has no other way to take either. One step looks at 64 blocks of the table and takes 1000 rows at most, passes
-- over what somebody has locked, and tells at which block to go on, or none when that was the end. No index is kept for
-- this. A B-tree would be written with every row that ingestion writes; a BRIN index would not, but what it says of a
-- block never narrows, so once old rows have made room for new ones it would have every step read the whole table.
CREATE FUNCTION forget_events(older_than timestamptz, block bigint, OUT dropped int, OUT next_block bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    DELETE FROM audit.seen_events WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM audit.seen_events
        WHERE ctid >= format('(%s,0)', block)::tid AND ctid < format('(%s,0)', block + 64)::tid
            AND recorded_at < least(older_than, now() - interval '35 days')
        LIMIT 1000 FOR UPDATE SKIP LOCKED));
    GET DIAGNOSTICS dropped = ROW_COUNT;
    next_block := CASE WHEN dropped = 1000 THEN block
        WHEN (block + 64) * current_setting('block_size')::bigint < pg_relation_size('audit.seen_events') THEN block + 64
        END;
END
$$;

CREATE FUNCTION forget_operations(older_than timestamptz, block bigint, OUT dropped int, OUT next_block bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    DELETE FROM audit.operations WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM audit.operations
        WHERE ctid >= format('(%s,0)', block)::tid AND ctid < format('(%s,0)', block + 64)::tid
            AND greatest(listed_at, finished_at) < least(older_than, now() - interval '7 days')
            AND finished_at IS NOT NULL
        LIMIT 1000 FOR UPDATE SKIP LOCKED));
    GET DIAGNOSTICS dropped = ROW_COUNT;
    next_block := CASE WHEN dropped = 1000 THEN block
        WHEN (block + 64) * current_setting('block_size')::bigint < pg_relation_size('audit.operations') THEN block + 64
        END;
END
$$;

REVOKE ALL ON FUNCTION forget_events(timestamptz, bigint), forget_operations(timestamptz, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_events(timestamptz, bigint), forget_operations(timestamptz, bigint) TO botyard_audit;
