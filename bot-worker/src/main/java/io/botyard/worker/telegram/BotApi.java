package io.botyard.worker.telegram;

import io.botyard.contract.BotToken;
import io.botyard.contract.command.CallBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls Telegram's Bot API. Follows no redirect, repeats nothing, and throws nothing that names a URL. */
public final class BotApi {

    private static final Logger LOG = LoggerFactory.getLogger(BotApi.class);

    /** Nobody can use an answer of more than 4 MiB, and it must not fill the memory. */
    private static final BodyHandler<byte[]> WHOLE = BodyHandlers.limiting(BodyHandlers.ofByteArray(), 4 * 1024 * 1024);

    private final URI server;
    private final Duration connectTimeout;
    private final HttpClient http;

    public BotApi(TelegramSettings settings) {
        var threads = Thread.ofVirtual().name("telegram-", 0).factory();
        this.server = settings.apiUrl();
        this.connectTimeout = settings.connectTimeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(task -> threads.newThread(task).start())
                .build();
    }

    /**
     * Opens a connection in the background, so that no bot's first call waits for all that comes with it. Names no bot; what
     * is answered does not matter.
     */
    public void warmUp() {
        var exchange = begin(HttpRequest.newBuilder(server).GET(), Redaction.ofAny(), connectTimeout);
        Thread.ofVirtual().name("telegram-warm-up").start(() -> {
            if (exchange.answer().orElseThrow() instanceof Answer.NotReached(var reason)) {
                LOG.atWarn().addKeyValue("reason", reason).log("Telegram is not reached from here");
            }
        });
    }

    /**
     * Asks once; returns at once.
     *
     * @param still what must hold when the body is written, or it is withheld: until then a connection may have to be
     *     made. Must not wait
     * @param patience how long the whole exchange may take
     */
    public Exchange begin(BotToken token, String method, CallBody body, BooleanSupplier still, Duration patience) {
        var request = HttpRequest.newBuilder(server.resolve("/bot" + token.value() + "/" + method))
                .header("Content-Type", body.contentType())
                .POST(new LastLook(BodyPublishers.ofByteArray(body.bytes()), still));
        return begin(request, Redaction.of(token), patience);
    }

    /** The client's own timeout ends with the headers, and wakes its selector for each request. */
    private Exchange begin(HttpRequest.Builder request, Redaction redaction, Duration patience) {
        return new Exchange(http.sendAsync(request.build(), WHOLE), new AnswerReader(redaction), patience);
    }
}
