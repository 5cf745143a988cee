package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.testkit.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bot from its registration to its removal, with everything its user and an admin can do to it in between. */
final class BotsLife {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "refused", "expired", "unknown");
    private static final int MESSAGES = 6;

    private final Person user;
    private final Person admin;
    private final long bot;
    private final List<Deed> deeds = new ArrayList<>();
    private long requests;

    BotsLife(Person user, Person admin, long bot) {
        this.user = user;
        this.admin = admin;
        this.bot = bot;
    }

    Person user() {
        return user;
    }

    long bot() {
        return bot;
    }

    /** In the order in which they were done. */
    List<Deed> deeds() {
        return deeds;
    }

    /** Each deed has come to its end before the next, but for the messages. */
    BotsLife lived() {
        var byAdmin = "/api/admin/bots/" + user.id();
        var token = "{\"bot_token\":\"" + Tokens.of(bot).value() + "\"}";
        end(user, "bot_registered", "POST", "/api/user-bot/create", token);
        end(user, "bot_verified", "POST", "/api/user-bot/verify", "{}");
        messages();
        end(user, "bot_rate_limits_changed", "PATCH", "/api/user-bot/rate-limits", "{\"max_requests_per_second\":20}");
        end(admin, "bot_rate_limits_overridden", "PATCH", byAdmin + "/rate-limit", "{\"max_concurrent_requests\":5}");
        end(admin, "bot_suspended", "PATCH", byAdmin + "/suspend", "{\"reason\":\"to be looked at\"}");
        end(admin, "bot_activated", "PATCH", byAdmin + "/activate", "");
        end(user, "bot_token_replaced", "PUT", "/api/user-bot/token", token);
        end(user, "bot_verified", "POST", "/api/user-bot/verify", "{}");
        messages();
        requests = counted();
        end(user, "bot_removed", "DELETE", "/api/user-bot/remove", "");
        return this;
    }

    /** As the bot's status counted them before it was removed. */
    long requests() {
        return requests;
    }

    /** How many of its calls Telegram was asked for. */
    long made() {
        return deeds.stream()
                .filter(deed -> deed.isCall()
                        && Set.of("succeeded", "failed", "unknown").contains(deed.status()))
                .count();
    }

    /** The count comes with the trail; it stays below what was made only if something is lost. */
    private long counted() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> json(user.get("/api/user-bot/status"))
                                .path("total_requests")
                                .asLong(),
                        requests -> requests >= made());
    }

    private void messages() {
        var operations = new ArrayList<String>();
        var first = deeds.size();
        for (var i = 0; i < MESSAGES; i++) {
            var body = "{\"chat_id\":\"%d\",\"text\":\"%s\"}".formatted(100 + i % 3, request(first + i));
            operations.add(accepted(user, "POST", "/api/user-bot/messages", body, request(first + i)));
        }
        for (var i = 0; i < MESSAGES; i++) {
            deeds.add(new Deed(request(first + i), "", ended(user, operations.get(i))));
        }
    }

    private void end(Person who, String action, String method, String path, String body) {
        var request = request(deeds.size());
        deeds.add(new Deed(request, action, ended(who, accepted(who, method, path, body, request))));
    }

    private String request(int number) {
        return "deed-" + bot + "-" + number;
    }

    /** Asked again with the same key while a part is away, as clients are told to. */
    private static String accepted(Person who, String method, String path, String body, String request) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> operation(who, method, path, body, request), operation -> operation != null);
    }

    private static @Nullable String operation(Person who, String method, String path, String body, String request) {
        HttpResponse<String> answer = method.equals("POST")
                ? who.call(
                        method,
                        path,
                        body,
                        "X-Request-Id",
                        request,
                        "Prefer",
                        "respond-async",
                        "Idempotency-Key",
                        request)
                : who.call(method, path, body, "X-Request-Id", request, "Prefer", "respond-async");
        if (answer.statusCode() == 503 && method.equals("POST")) {
            return null;
        }
        assertThat(answer.statusCode()).as(request + " " + answer.body()).isEqualTo(202);
        return json(answer).path("operation_id").asString();
    }

    private static String ended(Person who, String operation) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> statusOf(who, operation), ENDED::contains);
    }

    /** While the audit services are away, nobody knows. */
    private static String statusOf(Person who, String operation) {
        var answer = who.get("/api/operations/" + operation);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        return answer.statusCode() == 503
                ? "unsaid"
                : json(answer).path("status").asString();
    }
}
