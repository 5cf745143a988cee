-- One login each. The refresh token is kept as a hash; so is the one before it, which is answered for a moment longer.
CREATE TABLE sessions (
    id           uuid PRIMARY KEY,
    user_id      bigint      NOT NULL REFERENCES users (id),
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    remember     boolean     NOT NULL,
    idle_until   timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    ip           text,
    user_agent   text,
    refresh_hash bytea       NOT NULL,
    spent_hash   bytea,
    spent_at     timestamptz,
    ended_at     timestamptz,
    end_reason   text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CHECK ((spent_hash IS NULL) = (spent_at IS NULL))
);
CREATE INDEX sessions_of_user ON sessions (user_id, id) WHERE ended_at IS NULL;
CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sessions_idle ON sessions (idle_until) WHERE ended_at IS NULL;

-- The key itself is nowhere: its keyed hash finds the row, its first characters tell its owner which one it is.
CREATE TABLE api_keys (
    id           uuid PRIMARY KEY,
    user_id      bigint      NOT NULL REFERENCES users (id),
    name         text        NOT NULL,
    prefix       text        NOT NULL,
    hash         bytea       NOT NULL UNIQUE,
    scopes       text[]      NOT NULL CHECK (cardinality(scopes) > 0),
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
CREATE INDEX api_keys_of_user ON api_keys (user_id, id) WHERE revoked_at IS NULL;
CREATE INDEX api_keys_revoked ON api_keys (revoked_at) WHERE revoked_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, api_keys TO botyard_gateway;
