package io.botyard.audit.bed;

import static io.botyard.audit.bed.Happenings.loggedIn;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static io.botyard.audit.bed.Happenings.succeeded;
import static io.botyard.audit.bed.Happenings.verified;

import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Actors;
import io.botyard.testkit.TopicWriter;
import java.util.stream.IntStream;

/** Many things that happen to some users: of five, three belong into the trail and two count as requests. */
public final class Deluge {
    public static final int USERS = 300;

    private static final int AT_ONCE = 1000;
    private static final int KINDS = 5;

    private final TopicWriter writer;

    public Deluge(TopicWriter writer) {
        this.writer = writer;
    }

    /** Tells so many, a multiple of 1 500; one in ten is told once more later. */
    public void pour(int many) {
        for (var from = 0; from < many; from += AT_ONCE) {
            for (var kind = 0; kind < KINDS; kind++) {
                var messages = of(kind, from, Math.min(many, from + AT_ONCE));
                writer.send(topic(kind), messages);
                writer.send(
                        topic(kind),
                        IntStream.range(0, messages.length / 10)
                                .mapToObj(i -> messages[i])
                                .toArray(Message[]::new));
            }
        }
    }

    /** How many entries that makes in each user's chain. */
    public static long entriesOfEach(int many) {
        return many / USERS * 3L / KINDS;
    }

    /** How many requests of each user that makes. */
    public static long requestsOfEach(int many) {
        return many / USERS * 2L / KINDS;
    }

    private static Message[] of(int kind, int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> i / USERS % KINDS == kind)
                .mapToObj(i -> message(kind, 1 + i % USERS))
                .toArray(Message[]::new);
    }

    private static Message message(int kind, long user) {
        return switch (kind) {
            case 0 -> registered(newCommand(), user);
            case 1 -> verified(newCommand(), user);
            case 2 -> loggedIn(Actors.user(user));
            default -> succeeded(newCommand(), user, "{\"message_id\":1}");
        };
    }

    private static Topic topic(int kind) {
        return switch (kind) {
            case 0, 1 -> Topic.BOT_EVENTS;
            case 2 -> Topic.AUDIT_ACCESS;
            default -> Topic.BOT_OUTCOMES;
        };
    }
}
