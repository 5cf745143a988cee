package io.botyard.standalone;

/** Where something of Botyard listens, and the port it has unless its setting says otherwise. */
public enum Door {
    GATEWAY(8080, "the gateway"),
    GATEWAY_MANAGEMENT(9080, "the gateway's health and metrics"),
    WORKER_MANAGEMENT(9081, "the worker's health and metrics"),
    AUDIT(8082, "the audit service"),
    AUDIT_MANAGEMENT(9082, "the audit service's health and metrics"),
    SANDBOX(8090, "the Telegram sandbox"),
    KAFKA(9092, "Kafka"),
    /** Any that is free: only Botyard itself looks for it. */
    DATABASE(0, "PostgreSQL");

    private final int usual;
    private final String spoken;

    Door(int usual, String spoken) {
        this.usual = usual;
        this.spoken = spoken;
    }

    int usual() {
        return usual;
    }

    /** Kafka and PostgreSQL are nobody's but this machine's, whatever {@code BOTYARD_BIND} says. */
    boolean onLoopbackOnly() {
        return this == KAFKA || this == DATABASE;
    }

    /** The environment variable that moves it. */
    String setting() {
        return "BOTYARD_" + name() + "_PORT";
    }

    String spoken() {
        return spoken;
    }
}
