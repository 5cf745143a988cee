package io.botyard.gateway.live;

import org.springframework.web.socket.CloseStatus;

/** Why a socket is closed: the codes are part of the API. */
final class Closes {

    static final CloseStatus NOT_AUTHENTICATED = new CloseStatus(4401, "not authenticated");
    static final CloseStatus NO_LONGER_AUTHENTICATED = new CloseStatus(4401, "no longer authenticated");
    static final CloseStatus SCOPE_MISSING = new CloseStatus(4401, "the key has no bot:read");
    static final CloseStatus NO_FIRST_FRAME = new CloseStatus(4408, "no first frame");
    static final CloseStatus TOO_MANY = new CloseStatus(4429, "too many sockets");
    static final CloseStatus TEXT_ONLY = new CloseStatus(1003, "text frames only");
    static final CloseStatus TOO_LARGE = new CloseStatus(1009, "a frame holds 8 KiB");
    static final CloseStatus TOO_SLOW = new CloseStatus(1013, "read faster");
    static final CloseStatus PART_AWAY = new CloseStatus(1013, "a part is away");
    static final CloseStatus SHUTDOWN = new CloseStatus(1001, "this gateway stops");

    private Closes() {}
}
