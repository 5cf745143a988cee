package io.botyard.gateway.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * What waits to be sent on one socket, at most so many frames. Whoever puts something in never waits; a reader that
 * falls further behind loses its socket.
 */
final class SendQueue {

    private final int most;
    private final Deque<WebSocketMessage<?>> waiting = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean held;
    private @Nullable CloseStatus ending;

    SendQueue(int most) {
        this.most = most;
    }

    synchronized void push(WebSocketMessage<?> message) {
        if (ending == null && waiting.size() >= most) {
            end(Closes.TOO_SLOW);
        } else if (ending == null) {
            waiting.add(message);
            notifyAll();
        }
    }

    /** Nothing is sent any more but the close; the first reason counts. */
    synchronized void end(CloseStatus why) {
        if (ending == null) {
            ending = why;
            waiting.clear();
            notifyAll();
        }
    }

    /** While it is held, what waits goes on waiting. */
    synchronized void hold(boolean now) {
        if (held != now) {
            held = now;
            notifyAll();
        }
    }

    synchronized boolean ended() {
        return ending != null;
    }

    /** Sends what comes, one frame after the other, until the end. */
    void sendAll(WebSocketSession session) {
        try {
            for (var message = next(); message.isPresent(); message = next()) {
                session.sendMessage(message.get());
            }
            session.close(why());
        } catch (IOException | IllegalStateException gone) {
            end(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    /** Waits until the close is sent, but no longer than this. */
    boolean over(Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Optional<WebSocketMessage<?>> next() throws InterruptedException {
        while (ending == null && (held || waiting.isEmpty())) {
            wait();
        }
        return Optional.ofNullable(waiting.poll());
    }

    private synchronized CloseStatus why() {
        return ending == null ? CloseStatus.SERVER_ERROR : ending;
    }
}
