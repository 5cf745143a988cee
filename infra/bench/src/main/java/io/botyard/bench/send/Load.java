package io.botyard.bench.send;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Lap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Messages of 100 bots, to 977 chats each; of a bot five are under way at a time. */
final class Load {

    static final int BOTS = 100;
    static final int AT_ONCE = 5;
    static final int CHATS = 977;
    static final String TEXT = "one message of a usual length";

    private Load() {}

    static String chat(int index) {
        return Integer.toString(index / BOTS % CHATS + 1);
    }

    /** Each of five hands of a bot sends its part, one message after the other. */
    static Cost through(Sender sender, int sends) throws Exception {
        var hands = BOTS * AT_ONCE;
        var lap = new Lap();
        lap.begin();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, hands)
                    .mapToObj(hand -> threads.submit(() -> {
                        for (var index = hand; index < sends; index += hands) {
                            sender.send(hand % BOTS + 1, chat(index), TEXT);
                        }
                        return hand;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
            return lap.end(sends);
        }
    }
}
