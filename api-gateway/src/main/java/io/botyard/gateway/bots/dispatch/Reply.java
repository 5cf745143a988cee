package io.botyard.gateway.bots.dispatch;

/** What a client is told once its command has ended. */
public record Reply(int status, Object body) {

    public static Reply ok(Object body) {
        return new Reply(200, body);
    }
}
