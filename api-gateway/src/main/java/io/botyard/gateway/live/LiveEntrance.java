package io.botyard.gateway.live;

import io.botyard.contract.Scope;
import io.botyard.contract.Via;
import io.botyard.gateway.access.Credentials;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.operations.Awaited;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** Lets in who says who they are, and puts out who may no longer stay. */
@Component
class LiveEntrance {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Credentials credentials;
    private final Sockets sockets;
    private final Frames frames;

    LiveEntrance(Credentials credentials, Sockets sockets, Frames frames) {
        this.credentials = credentials;
        this.sockets = sockets;
        this.frames = frames;
    }

    /** Once it is ready, nothing that happens is missed. */
    void enter(LiveSocket socket, ClientFrame.Auth auth) {
        try {
            enter(socket, credentials.check(auth.token()));
        } catch (Rejection rejected) {
            socket.end(why(rejected));
        }
    }

    private void enter(LiveSocket socket, Standing standing) {
        if (standing.via() == Via.API_KEY && !standing.scopes().contains(Scope.BOT_READ)) {
            socket.end(Closes.SCOPE_MISSING);
        } else if (!sockets.admit(socket, standing)) {
            socket.end(Closes.TOO_MANY);
        } else if (followed(sockets.listen(socket, standing.user()))) {
            socket.ready();
        } else {
            socket.end(Closes.PART_AWAY);
        }
    }

    private static boolean followed(CompletableFuture<Void> inTime) {
        return Awaited.within(PATIENCE, inTime.thenApply(done -> true)).isPresent();
    }

    /** Looks again at what these may do, all at once. */
    void lookAgain(Stream<LiveSocket> some) {
        Map<Standing, List<LiveSocket>> alike = some.filter(
                        socket -> socket.standing().isPresent())
                .collect(Collectors.groupingBy(socket -> socket.standing().orElseThrow()));
        try {
            var now = alike.isEmpty() ? Map.<Standing, Standing>of() : credentials.again(alike.keySet());
            alike.forEach((earlier, sockets) -> sockets.forEach(socket -> standsNow(socket, now.get(earlier))));
        } catch (Rejection away) {
            alike.values().stream().flatMap(List::stream).forEach(socket -> socket.end(Closes.PART_AWAY));
        }
    }

    private void standsNow(LiveSocket socket, @Nullable Standing now) {
        if (now == null) {
            socket.end(Closes.NO_LONGER_AUTHENTICATED);
            return;
        }
        socket.standsAs(now);
        if (!socket.seesAll() && !socket.watched().isEmpty()) {
            socket.watched().forEach(user -> sockets.unwatch(socket, user));
            socket.tell(frames.watching(socket));
        }
    }

    /** Silence of a part lets nobody in, but they may try again. */
    private static CloseStatus why(Rejection rejected) {
        return rejected.code() == ProblemCode.PART_AWAY ? Closes.PART_AWAY : Closes.NOT_AUTHENTICATED;
    }
}
