package io.botyard.gateway.live;

import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import io.botyard.contract.event.BotWatched;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Standing;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** An admin watches a user's bot: it is recorded first, or does not happen. */
@Component
class Watching {

    private final Sockets sockets;
    private final AccessLog log;
    private final AccessHeads heads;
    private final Frames frames;
    private final int most;

    Watching(Sockets sockets, AccessLog log, AccessHeads heads, Frames frames, LiveSettings settings) {
        this.sockets = sockets;
        this.log = log;
        this.heads = heads;
        this.frames = frames;
        this.most = settings.watched();
    }

    void begin(LiveSocket socket, UserId user) {
        var standing = socket.standing();
        if (standing.filter(now -> now.via() == Via.API_KEY).isPresent()) {
            socket.tell(frames.error(ProblemCode.SESSION_REQUIRED, "An API key watches nobody."));
        } else if (standing.isEmpty() || !socket.seesAll()) {
            socket.tell(frames.error(ProblemCode.FORBIDDEN, "Only an admin's session may watch."));
        } else if (socket.watches(user)) {
            socket.tell(frames.watching(socket));
        } else if (socket.watched().size() >= most) {
            socket.tell(frames.error(ProblemCode.TOO_MANY_REQUESTS, "One socket watches " + most + " bots at most."));
        } else if (recorded(socket, standing.get(), user)) {
            var _ = sockets.watch(socket, user).thenRun(() -> socket.tell(frames.watching(socket)));
        } else {
            socket.tell(frames.error(ProblemCode.PART_AWAY, "It could not be recorded, so nothing is shown."));
        }
    }

    void end(LiveSocket socket, UserId user) {
        sockets.unwatch(socket, user);
        socket.tell(frames.watching(socket));
    }

    private boolean recorded(LiveSocket socket, Standing standing, UserId user) {
        try {
            log.record(new BotWatched(heads.of(socket.caller(standing), user)));
            return true;
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }
}
