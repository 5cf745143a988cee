package io.botyard.worker.telegram;

import io.botyard.contract.BotToken;
import io.botyard.contract.command.CallBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;

/** Calls Telegram's Bot API. Follows no redirect, repeats nothing, and throws nothing that names a URL. */
public final class BotApi {

    private final URI server;
    private final HttpClient http;

    public BotApi(TelegramSettings settings) {
        this.server = settings.apiUrl();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("telegram-", 0).factory()))
                .build();
    }

    /**
     * Asks once and waits for the answer.
     *
     * @param patience how long the whole exchange may take
     */
    public Answer call(BotToken token, String method, CallBody body, Duration patience) {
        var request = HttpRequest.newBuilder(server.resolve("/bot" + token.value() + "/" + method))
                .timeout(patience)
                .header("Content-Type", body.contentType())
                .POST(BodyPublishers.ofByteArray(body.bytes()))
                .build();
        try {
            return AnswerReader.read(http.send(request, _ -> new BoundedBody()));
        } catch (IOException failure) {
            return reached(failure)
                    ? new Answer.Unclear(failure.getClass().getSimpleName())
                    : new Answer.NotReached(failure.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer.Unclear("stopped while waiting");
        }
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
