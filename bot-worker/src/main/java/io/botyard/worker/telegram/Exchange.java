package io.botyard.worker.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** A request to Telegram that is under way. */
public final class Exchange {

    private final CompletableFuture<HttpResponse<byte[]>> response;
    private final AnswerReader reader;
    private final Duration patience;

    Exchange(CompletableFuture<HttpResponse<byte[]>> response, AnswerReader reader, Duration patience) {
        this.response = response;
        this.reader = reader;
        this.patience = patience;
    }

    /** Waits for what comes of it, down to the last byte of the answer; nothing when its body was withheld. */
    public Optional<Answer> answer() {
        try {
            return Optional.of(reader.read(response.get(patience.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException late) {
            giveUp();
            return Optional.of(new Answer.Unclear("no answer in time"));
        } catch (ExecutionException failure) {
            return LastLook.Withheld.isReasonFor(failure) ? Optional.empty() : Optional.of(failed(failure));
        } catch (CancellationException givenUp) {
            return Optional.of(new Answer.Unclear("given up while waiting"));
        } catch (InterruptedException stop) {
            giveUp();
            Thread.currentThread().interrupt();
            return Optional.of(new Answer.Unclear("stopped while waiting"));
        }
    }

    /** Closes the connection if the answer is not there; whether Telegram acts, nobody knows then. */
    public void giveUp() {
        response.cancel(true);
    }

    private static Answer failed(ExecutionException failed) {
        var failure = failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        var name = failure.getClass().getSimpleName();
        return reached(failure) ? new Answer.Unclear(name) : new Answer.NotReached(name);
    }

    /** Whether Telegram may have read the request: everything that fails before it is written is listed here. */
    private static boolean reached(IOException failure) {
        return !(failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException
                || failure.getCause() instanceof UnresolvedAddressException
                || failure.getCause() instanceof ConnectException);
    }
}
