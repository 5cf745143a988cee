package io.botyard.sandbox.message;

import io.botyard.sandbox.exchange.ChatId;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last 65 536 messages that bots sent. Message ids increase over all bots and chats, also after a restart;
 * an older message is as unknown as a deleted one.
 */
public final class SentMessages {

    /** So many are remembered. */
    public static final int REMEMBERED = 1 << 16;

    private final Clock clock;
    private final AtomicLong nextId;
    private final AtomicReferenceArray<SentMessage> ring = new AtomicReferenceArray<>(REMEMBERED);

    public SentMessages(Clock clock, long firstId) {
        this.clock = clock;
        this.nextId = new AtomicLong(firstId);
    }

    public SentMessage send(long botId, ChatId chat, Content content) {
        SentMessage message = new SentMessage(nextId.getAndIncrement(), botId, chat, now(), 0, content);
        keep(message);
        return message;
    }

    public Optional<SentMessage> find(long botId, ChatId chat, long id) {
        SentMessage message = ring.get(place(id));
        return message != null
                        && message.id() == id
                        && message.botId() == botId
                        && message.chat().id() == chat.id()
                ? Optional.of(message)
                : Optional.empty();
    }

    /** The message as it reads now, or empty when it was changed or deleted meanwhile. */
    public Optional<SentMessage> edit(SentMessage before, Content content) {
        SentMessage after = before.edited(content, now());
        return ring.compareAndSet(place(before.id()), before, after) ? Optional.of(after) : Optional.empty();
    }

    /** Whether it was there to be deleted. */
    public boolean delete(SentMessage message) {
        return ring.compareAndSet(place(message.id()), message, null);
    }

    /** Remembers a message of an earlier life as it was. */
    public void keep(SentMessage message) {
        ring.set(place(message.id()), message);
    }

    public void clear() {
        for (int i = 0; i < REMEMBERED; i++) {
            ring.set(i, null);
        }
    }

    private long now() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    private static int place(long id) {
        return (int) (id & (REMEMBERED - 1));
    }
}
