package io.botyard.gateway.live;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The open sockets of this gateway: how many of them there may be, and who listens to whom. */
@Component
class Sockets {

    private final Set<LiveSocket> open = ConcurrentHashMap.newKeySet();
    private final Seats<String> strangers;
    private final Seats<UserId> users;
    private final Listeners listeners;
    private final LiveTopics topics;
    private boolean shut;

    Sockets(LiveSettings settings, Listeners listeners, LiveTopics topics, MeterRegistry meters) {
        this.strangers = new Seats<>(settings.unauthenticatedPerAddress());
        this.users = new Seats<>(settings.perUser());
        this.listeners = listeners;
        this.topics = topics;
        meters.gaugeCollectionSize("botyard.live.sockets", List.of(), open);
    }

    /** Takes in somebody who has not said who they are. */
    synchronized void opened(LiveSocket socket) {
        if (shut) {
            socket.end(Closes.SHUTDOWN);
        } else if (strangers.take(socket.address())) {
            open.add(socket);
        } else {
            socket.end(Closes.TOO_MANY);
        }
    }

    /** Nobody's socket becomes this user's, unless it is gone or they have too many already. */
    synchronized boolean admit(LiveSocket socket, Standing standing) {
        var admitted = open.contains(socket) && users.take(standing.user());
        if (admitted) {
            strangers.leave(socket.address());
            socket.standsAs(standing);
        }
        return admitted;
    }

    /** Done once nothing about their own bot can be missed. */
    synchronized CompletableFuture<Void> listen(LiveSocket socket, UserId own) {
        return open.contains(socket) ? hear(socket, own) : CompletableFuture.completedFuture(null);
    }

    /** Done once nothing about this user's bot can be missed. */
    synchronized CompletableFuture<Void> watch(LiveSocket socket, UserId user) {
        var added = open.contains(socket) && socket.watch(user) && !socket.belongsTo(user);
        return added ? hear(socket, user) : CompletableFuture.completedFuture(null);
    }

    synchronized void unwatch(LiveSocket socket, UserId user) {
        if (socket.unwatch(user) && !socket.belongsTo(user)) {
            ignore(socket, user);
        }
    }

    synchronized void gone(LiveSocket socket) {
        if (open.remove(socket)) {
            listeners.forget(socket);
            socket.watched().forEach(user -> unwatch(socket, user));
            socket.standing()
                    .map(Standing::user)
                    .ifPresentOrElse(
                            user -> {
                                users.leave(user);
                                ignore(socket, user);
                            },
                            () -> strangers.leave(socket.address()));
        }
    }

    /** Ends them all, and whatever comes after. Returns those that now say goodbye. */
    synchronized List<LiveSocket> shut() {
        shut = true;
        open.forEach(socket -> socket.end(Closes.SHUTDOWN));
        return List.copyOf(open);
    }

    Stream<LiveSocket> all() {
        return open.stream();
    }

    private CompletableFuture<Void> hear(LiveSocket socket, UserId user) {
        listeners.add(user, socket);
        return topics.follow(user);
    }

    private void ignore(LiveSocket socket, UserId user) {
        listeners.remove(user, socket);
        topics.leave(user);
    }
}
