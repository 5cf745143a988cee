package io.botyard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.Gateway;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** Nobody gets in but the gateway, in the name of somebody who may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {
    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    private final ConfigurableApplicationContext instance = bed.start();

    @Test
    void anAdminsTokenOpensTheTrail() {
        assertThat(status("/audit", bed.gateway().token(1, "admin"))).isEqualTo(200);
        assertThat(status("/audit", bed.gateway().token(1, "superadmin"))).isEqualTo(200);
    }

    @Test
    void aUsersTokenDoesNot() {
        var answer = Door.of(instance).get("/audit", bed.gateway().token(1, "user"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"forbidden\"").contains("\"request_id\":\"req-1\"");
    }

    @Test
    void withoutATokenOrWithNonsenseNothingOpens() {
        assertThat(status("/audit", null)).isEqualTo(401);
        assertThat(status("/audit", "nonsense")).isEqualTo(401);
        assertThat(status("/anything", null)).isEqualTo(401);
        assertThat(Door.of(instance).get("/audit").body()).contains("\"code\":\"unauthenticated\"");
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        assertThat(status("/audit", with(Map.of("aud", "gateway")))).isEqualTo(401);
        assertThat(status("/audit", with(Map.of("aud", List.of("audit-service", "gateway")))))
                .isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertThat(status("/audit", with(Map.of("iss", "somebody")))).isEqualTo(401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        var longAgo = Date.from(bed.gateway().now().minusSeconds(30));
        assertThat(status("/audit", with(Map.of("exp", longAgo)))).isEqualTo(401);
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() {
        assertThat(status("/audit", bed.gateway().tokenWithoutExpiry(1, "admin")))
                .isEqualTo(401);
    }

    @Test
    void aTokenSignedByAnotherKeyOfTheSameNameIsRefused() {
        assertThat(status("/audit", bed.gateway().forgedToken(1, "admin"))).isEqualTo(401);
    }

    @Test
    void aTokenWithoutAUserOrWithARoleThatIsNoneIsRefused() {
        assertThat(status("/audit", bed.gateway().tokenWith(Map.of("sub", "root", "role", "admin"))))
                .isEqualTo(401);
        assertThat(status("/audit", bed.gateway().tokenWith(Map.of("sub", "1", "role", "god"))))
                .isEqualTo(401);
    }

    @Test
    void keysThatCannotBeFetchedAreTheServicesTroubleNotTheCallers() {
        var other = bed.start(Map.of("botyard.gateway.jwks-url", goneGateway()));
        var answer = Door.of(other).get("/audit", bed.gateway().token(1, "admin"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        other.close();
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        var answer = Door.of(instance).get("/nothing", bed.gateway().token(1, "admin"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    private static String goneGateway() {
        try (var gone = new Gateway()) {
            return gone.jwksUrl();
        }
    }

    private int status(String path, @Nullable String token) {
        return Door.of(instance).get(path, token).statusCode();
    }

    private String with(Map<String, Object> claims) {
        var all = new HashMap<String, Object>(Map.of("sub", "1", "role", "admin"));
        all.putAll(claims);
        return bed.gateway().tokenWith(all);
    }
}
