package io.botyard.gateway.live;

import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** One open socket: who is at its other end, whom they watch, and what waits to be sent to them. */
final class LiveSocket {

    private final Caller opener;
    private final Instant opened;
    private final SendQueue queue;
    private final Set<UserId> watched = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Standing standing;
    private volatile boolean spoken;
    private volatile boolean ready;

    /**
     * @param opener where it was opened from; nobody yet
     * @param mostWaiting frames
     */
    LiveSocket(Caller opener, Instant opened, int mostWaiting) {
        this.opener = opener;
        this.opened = opened;
        this.queue = new SendQueue(mostWaiting);
    }

    /** Sends what is pushed, on a thread of its own. */
    void serve(WebSocketSession session) {
        Thread.ofVirtual().name("live-socket").start(() -> queue.sendAll(session));
    }

    String address() {
        return String.valueOf(opener.actor().ip());
    }

    /** What they may do; nothing before they said who they are. */
    Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    void standsAs(Standing now) {
        standing = now;
    }

    /** Whoever acts through this socket. */
    Caller caller(Standing of) {
        var from = opener.actor();
        return new Caller(new Actor(of.user(), of.role(), of.via(), from.ip(), from.userAgent()), opener.requestId());
    }

    /** An admin's session; an API key never sees all, whoever its user is. */
    boolean seesAll() {
        return standing()
                .filter(now -> now.is(Role.ADMIN) && now.via() == Via.SESSION)
                .isPresent();
    }

    boolean belongsTo(UserId user) {
        return standing().filter(now -> now.user().equals(user)).isPresent();
    }

    boolean watches(UserId user) {
        return watched.contains(user);
    }

    /** May be told of this user's bot. */
    boolean hears(UserId user) {
        return belongsTo(user) || (watches(user) && seesAll());
    }

    /** In order. */
    List<UserId> watched() {
        return watched.stream().sorted(Comparator.comparingLong(UserId::value)).toList();
    }

    boolean watch(UserId user) {
        return watched.add(user);
    }

    boolean unwatch(UserId user) {
        return watched.remove(user);
    }

    /** The first time only. */
    boolean firstFrame() {
        var first = !spoken;
        spoken = true;
        return first;
    }

    boolean silentSince(Instant then) {
        return !spoken && !opened.isAfter(then);
    }

    /** From now on it is told what happens; what happened before is not for it. */
    void ready() {
        queue.push(Frames.READY);
        ready = true;
    }

    void tell(TextMessage frame) {
        if (ready) {
            queue.push(frame);
        }
    }

    void ping() {
        queue.push(new PingMessage());
    }

    /** While it is not sure that they may still hear it, nothing is sent. */
    void hold(boolean now) {
        queue.hold(now);
    }

    void end(CloseStatus why) {
        queue.end(why);
    }

    /** Waits at most this long until the close is sent. */
    boolean over(Duration time) {
        return queue.over(time);
    }

    boolean ended() {
        return queue.ended();
    }
}
