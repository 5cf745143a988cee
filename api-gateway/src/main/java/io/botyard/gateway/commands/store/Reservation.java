package io.botyard.gateway.commands.store;

import io.botyard.contract.CommandId;
import java.time.Instant;

/** The command that a key stands for. */
public record Reservation(String fingerprint, CommandId command, String kind, Instant acceptedAt, State state) {

    /** How far it is on its way to Kafka. */
    public enum State {
        /** Kafka has it. */
        SENT,
        /** A gateway is sending it. */
        SENDING,
        /** Whoever was to send it never said that Kafka has it. */
        OPEN
    }

    /** The request is the one the key was first used for. */
    public boolean isOf(IdempotencyKey key) {
        return fingerprint.equals(key.fingerprint());
    }
}
