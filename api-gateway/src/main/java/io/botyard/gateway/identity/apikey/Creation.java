package io.botyard.gateway.identity.apikey;

/** How making a key ended. */
sealed interface Creation {

    /** This once, {@code secret} is told. */
    record Created(ApiKey key, String secret) implements Creation {

        @Override
        public String toString() {
            return "Created[" + key.id() + "]";
        }
    }

    /** The user has as many as there may be. */
    record Limit() implements Creation {}
}
