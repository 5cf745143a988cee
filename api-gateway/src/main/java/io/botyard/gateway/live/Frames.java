package io.botyard.gateway.live;

import io.botyard.gateway.access.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** Frames as they are sent. One is written once, however many sockets it goes to. */
@Component
final class Frames {

    static final TextMessage READY = new TextMessage("{\"type\":\"ready\"}");

    private final JsonMapper json;
    private final Clock clock;

    Frames(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** To the owner, and to admins who watch. */
    TextMessage bot(Instant at, LiveFrame.Bot change) {
        return written("bot", at, change);
    }

    /** To every admin. */
    TextMessage fleet(Instant at, LiveFrame.Bot change) {
        return written("fleet", at, change);
    }

    TextMessage operation(Instant at, LiveFrame.Operation ending) {
        return written("operation", at, ending);
    }

    TextMessage watching(LiveSocket socket) {
        return written("watching", clock.instant(), new LiveFrame.Watching(socket.watched()));
    }

    TextMessage error(ProblemCode code, String message) {
        return written("error", clock.instant(), new LiveFrame.Disobeyed(code.code(), message));
    }

    private TextMessage written(String type, Instant at, LiveFrame.Content data) {
        return new TextMessage(json.writeValueAsString(new LiveFrame(type, at, data)));
    }
}
