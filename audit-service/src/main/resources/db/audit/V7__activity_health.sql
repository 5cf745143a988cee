-- What was counted of the calls that ended within one minute: of a bot, or, of user 0, of all bots in one partition. A row
-- only grows; it goes when it is older than what the API shows.
CREATE TABLE activity (
    user_id       bigint      NOT NULL,
    start         timestamptz NOT NULL,
    partition     int         NOT NULL,
    calls         bigint      NOT NULL,
    sends         bigint      NOT NULL,
    failures      bigint      NOT NULL,
    client_errors bigint      NOT NULL,
    throttled     bigint      NOT NULL,
    latency       bigint[]    NOT NULL,
    latency_ms    bigint      NOT NULL,
    PRIMARY KEY (user_id, start, partition)
);

CREATE INDEX activity_oldest ON activity (start);

-- What was said of each bot's health last.
CREATE TABLE bot_health (
    user_id           bigint PRIMARY KEY,
    id                bigint,
    health            text        NOT NULL,
    since             timestamptz NOT NULL,
    sends             bigint      NOT NULL,
    failures          bigint      NOT NULL,
    consecutive_failures int         NOT NULL,
    mean_ms           bigint
);

CREATE INDEX bot_health_ill ON bot_health (since DESC, user_id DESC) WHERE health <> 'healthy';

GRANT SELECT, INSERT, UPDATE, DELETE ON activity TO botyard_audit;
GRANT SELECT, INSERT, UPDATE ON bot_health TO botyard_audit;
