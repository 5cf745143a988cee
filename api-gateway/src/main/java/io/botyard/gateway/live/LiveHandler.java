package io.botyard.gateway.live;

import io.botyard.gateway.access.ProblemCode;
import jakarta.websocket.Session;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.websocket.Constants;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** Hears what clients say, and sees them come and go. */
@Component
class LiveHandler extends TextWebSocketHandler {

    static final int MOST_BYTES = 8 * 1024;

    private static final String SOCKET = "socket";
    private static final int SILENT_FOR_PINGS = 3;

    private final Sockets sockets;
    private final LiveEntrance entrance;
    private final Watching watching;
    private final Frames frames;
    private final JsonMapper json;
    private final LiveSettings settings;

    LiveHandler(
            Sockets sockets,
            LiveEntrance entrance,
            Watching watching,
            Frames frames,
            JsonMapper json,
            LiveSettings settings) {
        this.sockets = sockets;
        this.entrance = entrance;
        this.watching = watching;
        this.frames = frames;
        this.json = json;
        this.settings = settings;
    }

    /** What a session carries of ours. */
    static Map<String, Object> attributes(LiveSocket socket) {
        return Map.of(SOCKET, socket);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(MOST_BYTES);
        session.setBinaryMessageSizeLimit(MOST_BYTES);
        bound(Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class)));
        socket(session).serve(session);
        sockets.opened(socket(session));
    }

    /** A peer that neither reads nor answers is not waited for. */
    private void bound(Session tomcat) {
        var bounds = tomcat.getUserProperties();
        bounds.put(
                Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, settings.sendWithin().toMillis());
        bounds.put(
                Constants.SESSION_CLOSE_TIMEOUT_PROPERTY, settings.sendWithin().toMillis());
        bounds.put(
                Constants.READ_IDLE_TIMEOUT_MS,
                settings.pingEvery().multipliedBy(SILENT_FOR_PINGS).toMillis());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var socket = socket(session);
        if (message.getPayload().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            socket.end(Closes.TOO_LARGE);
        } else if (!socket.ended()) {
            heard(socket, ClientFrame.read(json, message.getPayload()));
        }
    }

    private void heard(LiveSocket socket, ClientFrame frame) {
        if (!socket.firstFrame()) {
            obey(socket, frame);
        } else if (frame instanceof ClientFrame.Auth auth) {
            entrance.enter(socket, auth);
        } else {
            socket.end(Closes.NOT_AUTHENTICATED);
        }
    }

    private void obey(LiveSocket socket, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Auth _ ->
                socket.tell(frames.error(ProblemCode.VALIDATION_FAILED, "It is known already who you are."));
            case ClientFrame.Watch(var user) -> watching.begin(socket, user);
            case ClientFrame.Unwatch(var user) -> watching.end(socket, user);
            case ClientFrame.Wrong(var code, var message) -> socket.tell(frames.error(code, message));
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        socket(session).end(Closes.TEXT_ONLY);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        socket(session).end(status);
        sockets.gone(socket(session));
    }

    private static LiveSocket socket(WebSocketSession session) {
        return (LiveSocket) Objects.requireNonNull(session.getAttributes().get(SOCKET));
    }
}
