package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SharesWorld
class RefreshCookieTest {

    private static final String REFRESH = "/api/auth/refresh";
    private static final String LOGOUT = "/api/auth/logout";

    private final World world = World.shared();
    private final Client page = page(world.gateway);

    @Test
    void theRefreshTokenIsInACookieThatNoScriptReadsAndInNoBody() {
        var login = logIn(page, false);
        assertThat(login.json().get("refresh_token").isNull()).isTrue();
        assertThat(login.header("Set-Cookie"))
                .matches("botyard_refresh=[A-Za-z0-9_-]{86}; Path=/api/auth; HttpOnly; SameSite=Strict");
        assertThat(logIn(page, true).header("Set-Cookie")).contains("Max-Age=2592000", "HttpOnly", "SameSite=Strict");

        var refreshed = page.with("Cookie", cookie(login)).post(REFRESH, "{}");
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.json().get("refresh_token").isNull()).isTrue();
        assertThat(cookie(refreshed)).startsWith("botyard_refresh=").isNotEqualTo(cookie(login));
        assertThat(page.with("Cookie", cookie(refreshed)).post(REFRESH, "").status())
                .isEqualTo(200);
    }

    @Test
    void whereBrowsersComeOverTlsTheCookieIsSecureAndSaysSoInItsName() {
        try (var gateway = world.start(Map.of("botyard.gateway.web.origins", "https://botyard.example.org"))) {
            var page = gateway.client().with("Origin", "https://botyard.example.org");
            var login = logIn(page, false);
            assertThat(login.header("Set-Cookie"))
                    .matches("__Secure-botyard_refresh=[A-Za-z0-9_-]{86}; Path=/api/auth; Secure; HttpOnly;"
                            + " SameSite=Strict");
            assertThat(page.with("Cookie", cookie(login)).post(REFRESH, "{}").status())
                    .isEqualTo(200);
            assertThat(page(gateway)
                            .with("Cookie", cookie(login))
                            .post(REFRESH, "{}")
                            .field("code"))
                    .isEqualTo("bad_origin");
        }
    }

    @Test
    void aCookieIsTakenFromOurOwnPagesAndAsJsonAlone() {
        var login = logIn(page, false);
        var elsewhere = List.of("https://evil.example", "http://127.0.0.1:1", "null", "://", "");
        for (var origin : elsewhere) {
            var foreign = world.gateway.client().with("Origin", origin).with("Cookie", cookie(login));
            for (var path : List.of(REFRESH, LOGOUT)) {
                assertThat(foreign.post(path, "{}").field("code")).isEqualTo("bad_origin");
            }
        }
        var nobodys = world.gateway.client().with("Cookie", cookie(login));
        var form = List.of("Content-Type", "application/x-www-form-urlencoded");
        for (var path : List.of(REFRESH, LOGOUT)) {
            var unsaid = nobodys.post(path, "{}");
            assertThat(unsaid.status()).isEqualTo(403);
            assertThat(unsaid.field("code")).isEqualTo("bad_origin");
            var sent = page.with("Cookie", cookie(login)).send("POST", path, BodyPublishers.ofString("a=b"), form);
            assertThat(sent.field("code")).isEqualTo("bad_origin");
        }
        assertThat(page.with("Cookie", cookie(login)).post(REFRESH, "{}").status())
                .isEqualTo(200);
    }

    @Test
    void withoutAnyTokenNothingIsRefreshed() {
        assertThat(page.post(REFRESH, "{}").field("code")).isEqualTo("refresh_token_invalid");
        var form = List.of("Content-Type", "application/x-www-form-urlencoded");
        assertThat(page.send("POST", REFRESH, BodyPublishers.ofString("a=b"), form)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void rule12LoggingOutByCookieEndsTheSessionAndTakesTheCookieAway() {
        var login = logIn(page, false);
        var out = page.with("Cookie", cookie(login)).post(LOGOUT, "{}");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("botyard_refresh=;").contains("Max-Age=0", "Path=/api/auth");
        assertThat(page.bearing(login.field("access_token")).get("/api/auth/me").status())
                .isEqualTo(401);
        assertThat(page.with("Cookie", cookie(login)).post(REFRESH, "{}").status())
                .isEqualTo(401);
    }

    private static Client page(RunningGateway gateway) {
        return gateway.client().with("Origin", "http://127.0.0.1:" + gateway.port());
    }

    private Answer logIn(Client client, boolean remember) {
        return client.post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\",\"refresh_in\":\"cookie\",\"remember_me\":%s}"
                        .formatted(world.tenant().email(), World.PASSWORD, remember));
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split(";", 2)[0];
    }
}
