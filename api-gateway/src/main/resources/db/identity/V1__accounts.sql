CREATE TABLE users (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email         text        NOT NULL,
    username      text        NOT NULL,
    password_hash text        NOT NULL,
    role          text        NOT NULL CHECK (role IN ('user', 'admin', 'superadmin')),
    status        text        NOT NULL CHECK (status IN ('active', 'suspended')),
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE UNIQUE INDEX users_username ON users (lower(username));
CREATE INDEX users_superadmins ON users (id) WHERE role = 'superadmin';

-- What must reach the trail. Unpublished rows are found by the flag alone: ids and positions commit out of order.
CREATE TABLE outbox (
    id           uuid PRIMARY KEY,
    seq          bigint GENERATED ALWAYS AS IDENTITY,
    type         text        NOT NULL,
    body         jsonb       NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (seq) WHERE published_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;

-- The partition count this deployment was made with.
CREATE TABLE deployment (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    partitions int NOT NULL CHECK (partitions > 0)
);

GRANT USAGE ON SCHEMA identity TO botyard_gateway;
GRANT SELECT, INSERT, UPDATE ON users TO botyard_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO botyard_gateway;
GRANT SELECT, INSERT ON deployment TO botyard_gateway;
