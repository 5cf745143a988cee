package io.botyard.bench.send;

import io.botyard.bench.world.BotRows;
import io.botyard.bench.world.TelegramBots;
import io.botyard.testkit.Tokens;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** TelegramBots: a client for each bot. */
final class TelegramBotsClients implements Sender {

    private static final int ALL_AT_ONCE = Load.BOTS * Load.AT_ONCE;

    private final Map<Long, TelegramClient> clients = new ConcurrentHashMap<>();
    private final Function<String, TelegramClient> maker;

    private TelegramBotsClients(Function<String, TelegramClient> maker) {
        this.maker = maker;
    }

    /** As documented: nothing set but the token. */
    static TelegramBotsClients byDefault(URI telegram) {
        var url = TelegramBots.url(telegram);
        return new TelegramBotsClients(token -> new OkHttpTelegramClient(token, url));
    }

    /** On one HTTP client for all bots, wide enough, whose calls run on these threads. */
    static TelegramBotsClients tuned(URI telegram, ExecutorService threads) {
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(ALL_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(ALL_AT_ONCE);
        var http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(ALL_AT_ONCE, 1, TimeUnit.MINUTES))
                .build();
        var url = TelegramBots.url(telegram);
        return new TelegramBotsClients(token -> new OkHttpTelegramClient(http, token, url));
    }

    static TelegramBotsClients tuned(URI telegram) {
        return tuned(telegram, Executors.newCachedThreadPool());
    }

    static TelegramBotsClients onVirtualThreads(URI telegram) {
        return tuned(telegram, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Override
    public void send(long bot, String chat, String text) throws Exception {
        var client = clients.computeIfAbsent(
                bot, id -> maker.apply(Tokens.of(BotRows.botId(id)).value()));
        client.executeAsync(new SendMessage(chat, text)).get();
    }
}
