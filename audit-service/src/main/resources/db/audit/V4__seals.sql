-- The newest seal of each partition, kept before it is sent to audit.heads. It keeps two instances apart and outlives
-- one that could not send it any more. No proof rests on it: whoever may write here could write anything.
CREATE TABLE seals (
    partition int    PRIMARY KEY,
    number    bigint NOT NULL,
    record    text   NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON seals TO botyard_audit;
