package io.botyard.gateway.live;

import java.util.List;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.support.AbstractHandshakeHandler;

/** Turns a request into a socket. Frames are small, so none is compressed: that would cost each socket its own memory. */
@Component
final class Handshakes extends AbstractHandshakeHandler {

    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
            ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
        return List.of();
    }
}
