package io.botyard.standalone;

import java.util.Locale;

/** Where something of Botyard listens, and the port it has unless its setting says otherwise. */
public enum Door {
    GATEWAY(8080),
    GATEWAY_MANAGEMENT(9080),
    WORKER_MANAGEMENT(9081),
    AUDIT(8082),
    AUDIT_MANAGEMENT(9082),
    SANDBOX(8090),
    KAFKA(9092),
    /** Any that is free: only Botyard itself looks for it. */
    DATABASE(0);

    private final int usual;

    Door(int usual) {
        this.usual = usual;
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
        return switch (this) {
            case KAFKA -> "Kafka";
            case DATABASE -> "PostgreSQL";
            default -> "the " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
