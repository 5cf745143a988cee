package io.botyard.bench.send;

import io.botyard.bench.measure.Obedience;
import io.botyard.contract.wire.KafkaConnection;
import java.net.URI;
import java.util.Map;

/** Sends the load as often as it is told to, with one client or another. */
public final class SendRacer {

    private SendRacer() {}

    /** Takes which client, Telegram's and Kafka's address; an order is how many messages. */
    public static void main(String[] arguments) {
        var telegram = URI.create(arguments[1]);
        var sender = switch (arguments[0]) {
            case "bare" -> new BareClient(telegram);
            case "recorded" ->
                new RecordedClient(new BareClient(telegram), new KafkaConnection(arguments[2], Map.of()));
            case "default" -> TelegramBotsClients.byDefault(telegram);
            case "tuned" -> TelegramBotsClients.tuned(telegram);
            case "virtual" -> TelegramBotsClients.onVirtualThreads(telegram);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        Obedience.until(words -> Load.through(sender, Integer.parseInt(words[0])));
    }
}
