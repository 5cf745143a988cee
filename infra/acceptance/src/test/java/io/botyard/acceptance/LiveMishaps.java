package io.botyard.acceptance;

import static io.botyard.acceptance.Mishaps.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

/** What goes wrong at {@code /api/live}: people say secrets where they do not belong, and are sent away. */
final class LiveMishaps {

    private static final int MORE_THAN_A_FRAME_HOLDS = 9 * 1024;

    private final URI gateway;
    private final Heard heard;

    LiveMishaps(URI gateway, Heard heard) {
        this.gateway = gateway;
        this.heard = heard;
    }

    /** Somebody with this token, and what they are told from now on. */
    Listening comes(String token) {
        return Listening.ready(gateway, token);
    }

    void isNotLetIn(String token) {
        for (var first : List.of(
                "{\"type\":\"auth\",\"token\":\"" + token + "?\"}",
                "{\"type\":\"auth\",\"token\":[\"" + token + "\"]}",
                "{\"type\":\"" + token + "\"}",
                token,
                token + " ".repeat(MORE_THAN_A_FRAME_HOLDS))) {
            isSentAway(Listening.at(gateway, "/api/live").says(first));
        }
        isSentAway(Listening.at(gateway, "/api/live").says(token.getBytes(UTF_8)));
        isSentAway(Listening.at(gateway, "/api/live?token=" + token).says("{}"));
        try (var refused = Listening.at(gateway, "/api/live", "Origin", "https://" + Mishaps.secretOf(TOKEN))) {
            assertThat(refused.words()).singleElement().asString().startsWith("403 ");
            heard.on("a refused handshake", refused);
        }
    }

    private void isSentAway(Listening somebody) {
        try (somebody) {
            somebody.isSentAway();
            heard.on("a socket that is not let in", somebody);
        }
    }

    /** To whoever was let in. */
    void saysWhatIsNotUnderstood(Listening somebody, String token) {
        for (var said : List.of(
                "{\"type\":\"auth\",\"token\":\"" + token + "\"}",
                "{\"type\":\"" + token + "\"}",
                "{\"type\":\"watch\",\"user_id\":\"" + TOKEN.value() + "\"}",
                "{\"type\":\"watch\",\"user_id\":1,\"token\":\"" + token + "\"}",
                "{\"token\":\"" + token + "\"",
                TOKEN.value())) {
            somebody.says(said);
        }
        somebody.hears("\"malformed_json\"");
    }
}
