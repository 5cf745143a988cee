-- The command that a client's key stands for. It is free to be sent again once sending_until has passed; without one
-- Kafka has it.
CREATE TABLE idempotency (
    user_id       bigint      NOT NULL,
    route         text        NOT NULL,
    key           text        NOT NULL,
    fingerprint   text        NOT NULL,
    command_id    uuid        NOT NULL,
    kind          text        NOT NULL,
    accepted_at   timestamptz NOT NULL,
    sending_until timestamptz,
    reserved_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, route, key)
);
CREATE INDEX idempotency_reserved_at ON idempotency (reserved_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO botyard_gateway;
