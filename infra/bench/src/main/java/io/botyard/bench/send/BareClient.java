package io.botyard.bench.send;

import io.botyard.bench.world.BotRows;
import io.botyard.testkit.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;

/** The JDK's HTTP client as the worker sets it up, and nothing around it. */
final class BareClient implements Sender {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI telegram;

    BareClient(URI telegram) {
        this.telegram = telegram;
    }

    @Override
    public void send(long bot, String chat, String text) throws Exception {
        var token = Tokens.of(BotRows.botId(bot)).value();
        var request = HttpRequest.newBuilder(telegram.resolve("/bot" + token + "/sendMessage"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"chat_id\":\"" + chat + "\",\"text\":\"" + text + "\"}"))
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Telegram answered " + answer.statusCode());
        }
    }
}
