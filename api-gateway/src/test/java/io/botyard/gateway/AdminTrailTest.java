package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.botyard.contract.event.TrailRead;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@SharesWorld
class AdminTrailTest {

    private final World world = World.shared();

    @Test
    void whatAnAdminReadsIsRecordedAndAskedInTheirName() throws ParseException {
        world.audit.answers("/audit", 200, "{\"items\":[],\"next_cursor\":null}");
        var admin = world.logIn(World.ADMIN);
        var answer = admin.with("X-Request-Id", "reading-1").get("/api/admin/audit?user_id=17&limit=10");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("items").isArray()).isTrue();

        var asked = world.audit.asked().getLast();
        assertThat(asked.pathAndQuery()).startsWith("/audit?").contains("user_id=17", "limit=10");
        var token = SignedJWT.parse(asked.authorization().substring("Bearer ".length()));
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("audit-service");
        assertThat(claims.getStringClaim("role")).isEqualTo("superadmin");
        assertThat(claims.getStringClaim("request_id")).isEqualTo("reading-1");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(world.gateway
                        .client()
                        .bearing(token.serialize())
                        .get("/api/auth/me")
                        .status())
                .isEqualTo(401);

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, TrailRead.class))
                        .filteredOn(read -> read.head().requestId().equals("reading-1"))
                        .singleElement()
                        .satisfies(read -> {
                            assertThat(read.userId().value()).isEqualTo(17);
                            assertThat(read.filters()).contains("user_id=17");
                        }));
    }

    @Test
    void aVerificationIsRecordedAndAskedInTheAdminsName() {
        world.audit.answers("/audit/verify", 200, "{\"intact\":true}");
        var admin = world.logIn(World.ADMIN);
        var answer = admin.with("X-Request-Id", "verifying-1").get("/api/admin/audit/verify?user_id=17");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("intact").booleanValue()).isTrue();
        assertThat(world.audit.asked().getLast().pathAndQuery()).isEqualTo("/audit/verify?user_id=17");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, TrailRead.class))
                        .filteredOn(read -> read.head().requestId().equals("verifying-1"))
                        .singleElement()
                        .satisfies(read -> {
                            assertThat(read.userId().value()).isEqualTo(17);
                            assertThat(read.filters()).isEqualTo("verify&user_id=17");
                        }));
        assertThat(admin.get("/api/admin/audit/verify?limit=1").field("errors.0.code"))
                .isEqualTo("unknown_field");
    }

    @Test
    void aReadThatCannotBeRecordedIsNotAnswered() {
        world.audit.answers("/audit", 200, "{\"items\":[],\"next_cursor\":null}");
        var admin = world.logIn(World.ADMIN);
        world.schemas.run("REVOKE INSERT ON identity.outbox FROM botyard_gateway");
        try {
            var answer = admin.get("/api/admin/audit");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
        } finally {
            world.schemas.run("GRANT INSERT ON identity.outbox TO botyard_gateway");
        }
    }

    @Test
    void filtersThatDoNotExistOrAreNotOfTheirFormAreRefused() {
        var admin = world.logIn(World.ADMIN);
        assertThat(admin.get("/api/admin/audit?who=me").field("errors.0.code")).isEqualTo("unknown_field");
        assertThat(admin.get("/api/admin/audit?user_id=me").field("errors.0.field"))
                .isEqualTo("user_id");
        world.audit.answers(
                "/audit", 422, "{\"errors\":[{\"field\":\"limit\",\"code\":\"range\",\"message\":\"too many\"}]}");
        assertThat(admin.get("/api/admin/audit?limit=999").field("errors.0.field"))
                .isEqualTo("limit");
    }
}
