package io.botyard.bench.world;

import java.net.URI;
import org.telegram.telegrambots.meta.TelegramUrl;

/** TelegramBots, told to talk to the sandbox. */
public final class TelegramBots {

    private TelegramBots() {}

    public static TelegramUrl url(URI telegram) {
        return TelegramUrl.builder()
                .schema(telegram.getScheme())
                .host(telegram.getHost())
                .port(telegram.getPort())
                .build();
    }
}
