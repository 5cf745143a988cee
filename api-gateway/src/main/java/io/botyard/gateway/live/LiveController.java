package io.botyard.gateway.live;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.WebSocketHttpHeaders;

@RestController
@Tag(name = "Live", description = LiveController.MANUAL)
class LiveController {

    static final String MANUAL = """
            A WebSocket at `GET /api/live` tells what happens the moment it is known. \
            Frames are JSON texts of at most 8 KiB.

            Say who you are within 5 s: `{"type":"auth","token":"…"}` with an access token, or with an API key that has \
            `bot:read`. The answer is `{"type":"ready"}`; from then on nothing is missed. What came before is in the API.

            | you receive | `data` | who |
            |---|---|---|
            | `bot` | `user_id, id, event, status, version` | about your own bot; `status` is null when it stays what it \
            was, and after `bot_removed`. Ignore a `version` of the same `id` below one you know |
            | `operation` | `operation_id, user_id, kind, status, error_code` | an operation of yours ended |
            | `fleet` | as `bot` | admins: the status of any bot changed |
            | `watching` | `user_ids` | admins: after `watch` and `unwatch`, and when they may no longer watch |
            | `error` | `code, message` | a frame of yours was not obeyed |

            Each is `{"type", "at", "data"}`; no texts, no results. An admin's session may send \
            `{"type":"watch","user_id":n}` and `{"type":"unwatch","user_id":n}`: `bot` and `operation` then come for that \
            user, too. Each watch is recorded in the user's trail first.

            | close code | meaning |
            |---|---|
            | 1001 | the gateway stops; connect again |
            | 1003, 1009 | not a text frame; more than 8 KiB |
            | 1013 | you read too slowly, or a part is away: connect again, and read the present state from the API |
            | 4401 | not, or no longer, authenticated |
            | 4408 | no first frame within 5 s |
            | 4429 | more than 5 sockets of a user, or 50 of an address that have not said who they are |

            A socket outlives its access token and ends with its session, or with its key, within 1 s.
            """;

    private static final String WEBSOCKET = "websocket";
    private static final String VERSION = "13";

    private final PageOrigin pages;
    private final Handshakes handshakes;
    private final LiveHandler handler;
    private final LiveSettings settings;
    private final Clock clock;

    LiveController(PageOrigin pages, Handshakes handshakes, LiveHandler handler, LiveSettings settings, Clock clock) {
        this.pages = pages;
        this.handshakes = handshakes;
        this.handler = handler;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/api/live")
    @Operation(summary = "Open the WebSocket", operationId = "live")
    @ApiResponse(responseCode = "101", description = "Speak WebSocket from now on")
    void open(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (pages.isForeign(request)) {
            throw Rejection.of(ProblemCode.BAD_ORIGIN, "A page of another origin may not open this.");
        }
        if (!wantsWebSocket(request)) {
            response.setHeader(HttpHeaders.UPGRADE, WEBSOCKET);
            response.setHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION, VERSION);
            throw Rejection.of(ProblemCode.MALFORMED_REQUEST, "This is a WebSocket of version 13.");
        }
        var socket = new LiveSocket(caller, clock.instant(), settings.waiting());
        handshakes.doHandshake(
                new ServletServerHttpRequest(request),
                new ServletServerHttpResponse(response),
                handler,
                LiveHandler.attributes(socket));
    }

    private static boolean wantsWebSocket(HttpServletRequest request) {
        return WEBSOCKET.equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && Collections.list(request.getHeaders(HttpHeaders.CONNECTION)).stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("upgrade"))
                && VERSION.equals(request.getHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION))
                && request.getHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_KEY) != null;
    }
}
