package io.botyard.worker.telegram;

import io.botyard.contract.BotToken;
import io.botyard.contract.command.CallBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.Executors;

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
     * Asks once; returns at once.
     *
     * @param patience how long the whole exchange may take
     */
    public Exchange begin(BotToken token, String method, CallBody body, Duration patience) {
        var request = HttpRequest.newBuilder(server.resolve("/bot" + token.value() + "/" + method))
                .timeout(patience)
                .header("Content-Type", body.contentType())
                .POST(BodyPublishers.ofByteArray(body.bytes()))
                .build();
        return new Exchange(http.sendAsync(request, _ -> new BoundedBody()));
    }
}
