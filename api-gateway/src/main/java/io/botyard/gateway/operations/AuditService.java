package io.botyard.gateway.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Asks audit-service, whose port is not public, on a caller's behalf. */
@Component
public class AuditService {

    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final AuditServiceSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    AuditService(AuditServiceSettings settings) {
        this.settings = settings;
    }

    /** {@code token} is an internal token of whoever asks. */
    public AuditAnswer operation(CommandId id, String token) {
        return get("/operations/" + id, token);
    }

    /** Those of whoever asks, newest first; {@code query} as it stands in a URI, encoded. */
    public AuditAnswer operations(String query, String token) {
        return get(asked("/operations", query), token);
    }

    /** {@code query} as it stands in a URI, encoded. */
    public AuditAnswer trail(String query, String token) {
        return get(asked("/audit", query), token);
    }

    /** {@code query} as it stands in a URI, encoded. It takes as long as reading the trail. */
    public AuditAnswer verification(String query, String token) {
        return get(asked("/audit/verify", query), token, settings.verifyTimeout());
    }

    private static String asked(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private AuditAnswer get(String pathAndQuery, String token) {
        return get(pathAndQuery, token, settings.timeout());
    }

    private AuditAnswer get(String pathAndQuery, String token, Duration timeout) {
        var request = HttpRequest.newBuilder(URI.create(settings.url() + pathAndQuery))
                .timeout(timeout)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                .build();
        try {
            return answer(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException | JacksonException away) {
            return away(away.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new AuditAnswer.Away();
        }
    }

    private static AuditAnswer answer(HttpResponse<byte[]> response) {
        return switch (HttpStatus.resolve(response.statusCode())) {
            case OK -> new AuditAnswer.Found(WireJson.mapper().readTree(response.body()));
            case NOT_FOUND -> new AuditAnswer.Absent();
            case BAD_REQUEST, UNPROCESSABLE_CONTENT ->
                new AuditAnswer.Invalid(WireJson.mapper().readTree(response.body()));
            case null, default -> away("status " + response.statusCode());
        };
    }

    private static AuditAnswer away(String reason) {
        LOG.atWarn().addKeyValue("reason", reason).log("audit-service does not answer");
        return new AuditAnswer.Away();
    }
}
