package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.access.ProblemCode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What there is to read when much has gone wrong. */
final class Pages {

    private final Heard heard;

    Pages(Heard heard) {
        this.heard = heard;
    }

    void anAdminSees(Person admin) {
        heard.by(admin.post("/api/admin/keys/rotate", Map.of()));
        for (var page : List.of(
                "/api/admin/bots/list",
                "/api/admin/users",
                "/api/admin/keys",
                "/api/admin/audit?limit=100",
                "/api/admin/activity",
                "/api/admin/health",
                "/api/admin/fleet")) {
            heard.by(admin.get(page));
        }
    }

    void anybodySees(URI gateway) {
        var nobody = Person.nobodyAt(gateway);
        for (var page : List.of("/v3/api-docs", "/swagger-ui/index.html", "/.well-known/jwks.json", "/api/about")) {
            assertThat(heard.by(nobody.get(page)).statusCode()).as(page).isEqualTo(200);
        }
        for (var problem : ProblemCode.values()) {
            assertThat(heard.by(nobody.get("/problems/" + problem.code())).statusCode())
                    .isEqualTo(200);
        }
    }

    /** Metrics, and nothing of what is in memory. */
    void anOperatorSees(URI management) {
        var operator = Person.nobodyAt(management);
        assertThat(heard.by(operator.get("/actuator/prometheus")).statusCode()).isEqualTo(200);
        for (var page : List.of("heapdump", "threaddump", "env", "configprops", "loggers", "httpexchanges")) {
            assertThat(heard.by(operator.get("/actuator/" + page)).statusCode())
                    .as(page)
                    .isIn(401, 404);
        }
    }
}
