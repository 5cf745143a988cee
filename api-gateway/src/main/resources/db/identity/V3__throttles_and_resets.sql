-- From where an account was logged in to: keyed hashes, so that an address is known again and cannot be read.
CREATE TABLE known_addresses (
    user_id       bigint      NOT NULL REFERENCES users (id),
    address       text        NOT NULL,
    last_login_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, address)
);
CREATE INDEX known_addresses_old ON known_addresses (last_login_at);

-- A token with which a password may be chosen anew, once; the token itself is nowhere. A user has at most one.
CREATE TABLE password_resets (
    user_id    bigint PRIMARY KEY REFERENCES users (id),
    hash       bytea       NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON known_addresses, password_resets TO botyard_gateway;

-- Accounts that were deleted keep their id and nothing of their owner, whose e-mail and name are free again.
ALTER TABLE users
    ALTER COLUMN email DROP NOT NULL,
    ALTER COLUMN username DROP NOT NULL,
    ALTER COLUMN password_hash DROP NOT NULL,
    DROP CONSTRAINT users_status_check,
    ADD CONSTRAINT users_status_check CHECK (status IN ('active', 'suspended', 'deleted')),
    ADD CONSTRAINT users_deleted_check CHECK (CASE status
        WHEN 'deleted' THEN email IS NULL AND username IS NULL AND password_hash IS NULL AND role = 'user'
        ELSE email IS NOT NULL AND username IS NOT NULL AND password_hash IS NOT NULL END),
    ADD COLUMN version bigint NOT NULL DEFAULT 1;

-- Whoever read an account can tell whether it has changed since, whatever changed it.
CREATE FUNCTION next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER users_version BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION next_version();
