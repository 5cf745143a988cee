package io.botyard.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks each application whether it is ready, until all of them are. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final HttpClient client;

    Readiness(HttpClient client) {
        this.client = client;
    }

    /**
     * Returns when every one of these management doors says so.
     *
     * @throws Refused naming the door that did not within 60 s
     */
    void await(List<URI> management) {
        for (var door : management) {
            var uri = door.resolve("/actuator/health/readiness");
            var left = PATIENCE.dividedBy(BETWEEN);
            while (!isReady(uri)) {
                if (left-- == 0) {
                    throw new Refused(uri + " was not ready within " + PATIENCE.toSeconds()
                            + " s; the logs in the data directory say why.");
                }
                rest();
            }
        }
    }

    private boolean isReady(URI uri) {
        try {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", stop);
        }
    }

    private static void rest() {
        try {
            var _ = new CountDownLatch(1).await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", stop);
        }
    }
}
