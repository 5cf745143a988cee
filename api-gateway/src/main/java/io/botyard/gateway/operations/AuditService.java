package io.botyard.gateway.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.wire.WireJson;
import io.botyard.tracing.Kind;
import io.botyard.tracing.Tracing;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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
    private static final int LONGEST_PROBLEM = 65_536;

    private final AuditServiceSettings settings;
    private final Tracing tracing;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final ScheduledExecutorService timer = timer();

    AuditService(AuditServiceSettings settings, Tracing tracing) {
        this.settings = settings;
        this.tracing = tracing;
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

    /** {@code query} as it stands in a URI, encoded. Of any length: it comes as it is read. */
    public ExportAnswer export(String query, String token) {
        var request = request(asked("/audit/export", query), token, settings.exportTimeout());
        try {
            var response = send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() == HttpStatus.OK.value()) {
                return new ExportAnswer.Begun(new Export(response.body(), settings.exportTimeout(), timer));
            }
            try (var body = response.body()) {
                return new ExportAnswer.Not(answer(response.statusCode(), body.readNBytes(LONGEST_PROBLEM)));
            }
        } catch (IOException | JacksonException away) {
            return new ExportAnswer.Not(away(away.getClass().getSimpleName()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new ExportAnswer.Not(new AuditAnswer.Away());
        }
    }

    /** {@code query} as it stands in a URI, encoded. */
    public AuditAnswer activity(String query, String token) {
        return get(asked("/activity", query), token);
    }

    /** {@code query} as it stands in a URI, encoded. */
    public AuditAnswer health(String query, String token) {
        return get(asked("/health", query), token);
    }

    public AuditAnswer fleet(String token) {
        return get("/fleet", token);
    }

    private static String asked(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private AuditAnswer get(String pathAndQuery, String token) {
        return get(pathAndQuery, token, settings.timeout());
    }

    private AuditAnswer get(String pathAndQuery, String token, Duration timeout) {
        try {
            var response = send(request(pathAndQuery, token, timeout), BodyHandlers.ofByteArray());
            return answer(response.statusCode(), response.body());
        } catch (IOException | JacksonException away) {
            return away(away.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new AuditAnswer.Away();
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        try (var span = tracing.within(Kind.CLIENT, "GET", "audit-service")) {
            var traceparent = span.traceparent();
            if (traceparent != null) {
                request.header(Tracing.HEADER, traceparent);
            }
            try {
                var response = http.send(request.build(), body);
                span.put("http.response.status_code", response.statusCode());
                return response;
            } catch (IOException away) {
                span.failed(away.getClass().getSimpleName());
                throw away;
            }
        }
    }

    private HttpRequest.Builder request(String pathAndQuery, String token, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(settings.url() + pathAndQuery))
                .timeout(timeout)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.ACCEPT, "application/json, application/problem+json");
    }

    private static AuditAnswer answer(int status, byte[] body) {
        return switch (HttpStatus.resolve(status)) {
            case OK -> new AuditAnswer.Found(WireJson.mapper().readTree(body));
            case NOT_FOUND -> new AuditAnswer.Absent();
            case BAD_REQUEST, UNPROCESSABLE_CONTENT ->
                new AuditAnswer.Invalid(WireJson.mapper().readTree(body));
            case null, default -> away("status " + status);
        };
    }

    private static ScheduledExecutorService timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("export-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private static AuditAnswer away(String reason) {
        LOG.atWarn().addKeyValue("reason", reason).log("audit-service does not answer");
        return new AuditAnswer.Away();
    }
}
