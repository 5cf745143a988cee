-- What a deployment was made with, and how far each input was read. A batch moves its positions in the transaction
-- that keeps what it read, and only from where it thinks they are.
CREATE TABLE deployment (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    partitions int NOT NULL
);

CREATE TABLE positions (
    topic     text   NOT NULL,
    partition int    NOT NULL,
    next      bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- Trails. Entries are partitioned by the month in which they were recorded, not by when they happened: so what a
-- dropped month takes from a chain is always its beginning, and no clock of another machine decides where a row goes.
CREATE TABLE entries (
    recorded_at timestamptz    NOT NULL,
    user_id     bigint         NOT NULL,
    seq         bigint         NOT NULL,
    event_id    uuid           NOT NULL,
    at          timestamptz(3) NOT NULL,
    actor_id    bigint         NOT NULL,
    actor_role  text           NOT NULL,
    actor_via   text           NOT NULL,
    ip          text,
    user_agent  text,
    action      text           NOT NULL,
    outcome     text           NOT NULL,
    details     text           NOT NULL, -- JSON as hashed: neither json nor jsonb would have to keep it byte for byte
    request_id  text           NOT NULL,
    hash        text           NOT NULL,
    PRIMARY KEY (user_id, seq, recorded_at)
) PARTITION BY RANGE (recorded_at);

CREATE INDEX entries_newest ON entries (at DESC, user_id DESC, seq DESC);
CREATE INDEX entries_newest_of_user ON entries (user_id, at DESC, seq DESC);
CREATE INDEX entries_newest_by_actor ON entries (actor_id, at DESC, user_id DESC, seq DESC);

-- Stays empty while months are made ahead; it is here so that a wrong clock cannot stop a trail.
CREATE TABLE entries_other PARTITION OF entries DEFAULT;

CREATE TABLE chain_heads (
    user_id bigint PRIMARY KEY,
    seq     bigint NOT NULL,
    hash    text   NOT NULL
);

-- Beside the entries, because a partitioned table cannot promise an id to be unique over all months.
CREATE TABLE seen_events (
    event_id    uuid PRIMARY KEY,
    recorded_at timestamptz NOT NULL
);

-- Makes the partition of this month and of the months after it. It runs as the schema's owner, so the service needs
-- no right to create, alter or drop anything by itself.
CREATE FUNCTION prepare_months(first_day date, months int) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    month date := date_trunc('month', first_day::timestamp);
    name  text;
BEGIN
    IF months NOT BETWEEN 1 AND 24 THEN
        RAISE EXCEPTION 'months is 1 to 24: %', months;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('audit.prepare_months'));
    FOR i IN 1..months LOOP
        name := 'entries_' || to_char(month, 'YYYY_MM');
        IF to_regclass('audit.' || name) IS NULL THEN
            EXECUTE format('CREATE TABLE audit.%I PARTITION OF audit.entries FOR VALUES FROM (%L) TO (%L)',
                name, month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
        END IF;
        month := month + interval '1 month';
    END LOOP;
END
$$;

-- Operations: what an API client sees of a command. Its acceptance and its end are read from different topics, so
-- either may come first.
CREATE TABLE operations (
    operation_id         uuid PRIMARY KEY,
    user_id              bigint NOT NULL,
    kind                 text   NOT NULL,
    method               text,
    status               text   NOT NULL,
    attempts             int    NOT NULL DEFAULT 0,
    accepted_at          timestamptz(3),
    finished_at          timestamptz(3),
    not_before           timestamptz(3),
    repeated             boolean NOT NULL DEFAULT false,
    result               text,
    result_omitted       boolean NOT NULL DEFAULT false,
    error_code           text,
    error_message        text,
    telegram_error_code  int,
    telegram_description text,
    telegram_retry_after int,
    late_outcome         text
);

CREATE TABLE usage (
    user_id        bigint NOT NULL,
    id             bigint NOT NULL, -- the bot's row
    total_requests bigint NOT NULL,
    last_used_at   timestamptz NOT NULL,
    PRIMARY KEY (user_id, id)
);

REVOKE ALL ON FUNCTION prepare_months(date, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prepare_months(date, int) TO botyard_audit;
GRANT SELECT, INSERT ON deployment, entries, seen_events TO botyard_audit;
GRANT SELECT, INSERT, UPDATE ON positions, chain_heads, operations, usage TO botyard_audit;
GRANT SELECT ON usage TO botyard_gateway;
