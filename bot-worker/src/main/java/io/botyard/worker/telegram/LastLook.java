package io.botyard.worker.telegram;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.BooleanSupplier;

/**
 * A request's body that is handed out only while something holds. The client asks for it once it is connected and has
 * written the headers: a process that was frozen before that sends nothing that a server could act upon.
 */
record LastLook(BodyPublisher body, BooleanSupplier still) implements BodyPublisher {

    /** The body was not handed out. */
    static final class Withheld extends IOException {

        private static final long serialVersionUID = 1L;

        /** Whether this is why a request failed. */
        static boolean isReasonFor(Throwable failure) {
            for (var cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Withheld) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final Subscription NOTHING = new Subscription() {
        @Override
        public void request(long many) {
            // Nothing comes.
        }

        @Override
        public void cancel() {
            // Nothing came.
        }
    };

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> client) {
        if (still.getAsBoolean()) {
            body.subscribe(client);
        } else {
            client.onSubscribe(NOTHING);
            client.onError(new Withheld());
        }
    }
}
