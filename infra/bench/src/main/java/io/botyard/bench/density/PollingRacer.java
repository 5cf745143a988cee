package io.botyard.bench.density;

import io.botyard.bench.measure.Lap;
import io.botyard.bench.measure.Obedience;
import io.botyard.bench.world.BotRows;
import io.botyard.bench.world.TelegramBots;
import io.botyard.testkit.Tokens;
import java.net.URI;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;

/** TelegramBots as documented: every bot polls for its updates. */
public final class PollingRacer {

    private PollingRacer() {}

    /** Takes Telegram's address; an order is how many bots are to be there. */
    public static void main(String[] arguments) {
        var url = TelegramBots.url(URI.create(arguments[0]));
        var application = new TelegramBotsLongPollingApplication();
        var updates = new DefaultGetUpdatesGenerator();
        Obedience.until(words -> {
            var lap = new Lap();
            lap.begin();
            var bots = Integer.parseInt(words[0]);
            for (var bot = 1; bot <= bots; bot++) {
                var token = Tokens.of(BotRows.botId(bot)).value();
                var _ = application.registerBot(token, () -> url, updates, _ -> {});
            }
            return lap.end(Math.max(1, bots));
        });
    }
}
