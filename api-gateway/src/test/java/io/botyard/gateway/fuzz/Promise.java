package io.botyard.gateway.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the document and the contract promise of every answer. */
final class Promise {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Predicate<String> ID =
            Pattern.compile("[A-Za-z0-9-]{1,64}").asMatchPredicate();
    private static final Pattern SECRET = Pattern.compile("(.*_)?(token|password|hash|secret)");
    private static final int TELLING_LENGTH = 8;
    private static final int FIRST_FAILURE = 400;

    /** What cannot be read has perhaps not been read as far as its id. */
    private static final int UNREADABLE = 400;

    private static final int FIRST_FAULT = 500;

    /** Of these the document says where they come. */
    private static final List<String> DESCRIBED = List.of(
            "Location",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "Preference-Applied",
            "Idempotency-Replayed",
            "ETag",
            "Botyard-Warning",
            "Set-Cookie");

    private final Document document;

    Promise(Document document) {
        this.document = document;
    }

    /** In words; nothing when it was kept. */
    List<String> broken(Shot shot, Reply reply) {
        var broken = new ArrayList<String>();
        if (reply.status() >= FIRST_FAULT) {
            broken.add("a fault of ours");
        }
        requestId(shot, reply, broken);
        secretsOf(shot).stream()
                .filter(reply.everything()::contains)
                .forEach(secret -> broken.add("says a secret again"));
        if (shot.isRouted()) {
            described(shot, reply, broken);
            if (shot.mustFail && reply.status() < FIRST_FAILURE) {
                broken.add("was accepted, and could not be right");
            }
        }
        if (reply.status() >= FIRST_FAILURE) {
            problem(reply, broken);
        }
        return broken;
    }

    private static void requestId(Shot shot, Reply reply, List<String> broken) {
        var sent = shot.headers.stream()
                .filter(header -> header.name().equals(REQUEST_ID))
                .map(Shot.Header::value)
                .toList();
        var id = reply.header(REQUEST_ID).orElse("");
        if (!ID.test(id)
                || (reply.status() != UNREADABLE
                        && sent.size() == 1
                        && ID.test(sent.getFirst())
                        && !sent.contains(id))) {
            broken.add("has no request id, or another than was sent");
        }
    }

    private void described(Shot shot, Reply reply, List<String> broken) {
        var response = shot.call.response(reply.status());
        if (response.isEmpty()) {
            broken.add("has a status that is not described");
            return;
        }
        var headers = response.get().path("headers");
        DESCRIBED.stream()
                .filter(name -> reply.header(name).isPresent() && !headers.has(name))
                .forEach(name -> broken.add("has a header that is not described: " + name));
        headers.properties().stream()
                .filter(header ->
                        document.resolved(header.getValue()).path("required").asBoolean(false))
                .filter(header -> reply.header(header.getKey()).isEmpty())
                .forEach(header -> broken.add("lacks a header: " + header.getKey()));
        body(response.get().path("content"), reply, broken);
    }

    private void body(JsonNode content, Reply reply, List<String> broken) {
        if (content.isEmpty()) {
            if (!reply.text().isEmpty()) {
                broken.add("has a body, and none is described");
            }
            return;
        }
        if (!content.has(reply.contentType())) {
            broken.add("has a content type that is not described: " + reply.contentType());
            return;
        }
        try {
            var schema = content.path(reply.contentType()).path("schema");
            var body = reply.contentType().endsWith("json")
                    ? JSON.readTree(reply.text())
                    : JsonNodeFactory.instance.stringNode(reply.text());
            document.wrongInAnswer(schema, body).forEach(error -> broken.add("is not as described: " + error));
        } catch (JacksonException notJson) {
            broken.add("is not JSON");
        }
    }

    private void problem(Reply reply, List<String> broken) {
        try {
            var problem = JSON.readTree(reply.text());
            var schema = document.root().at("/components/schemas/Problem");
            document.wrongInAnswer(schema, problem).forEach(error -> broken.add("is no whole problem: " + error));
            if (!reply.contentType().equals(PROBLEM_JSON)
                    || problem.path("status").asInt(0) != reply.status()
                    || !problem.path("type")
                            .asString("")
                            .equals("/problems/" + problem.path("code").asString(""))
                    || !problem.path("request_id")
                            .asString("")
                            .equals(reply.header(REQUEST_ID).orElse("none"))) {
                broken.add("contradicts itself");
            }
        } catch (JacksonException notJson) {
            broken.add("is no problem document");
        }
    }

    private static Set<String> secretsOf(Shot shot) {
        var secrets = new LinkedHashSet<String>();
        shot.headers.stream()
                .filter(header -> header.name().equals("Authorization"))
                .map(header -> header.value().replaceFirst("^\\w+ +", ""))
                .filter(token -> token.length() >= TELLING_LENGTH)
                .forEach(secrets::add);
        if (shot.tree != null) {
            secretsIn(shot.tree, secrets);
        }
        return secrets;
    }

    private static void secretsIn(JsonNode tree, Set<String> secrets) {
        tree.properties().stream()
                .filter(field -> SECRET.matcher(field.getKey()).matches())
                .map(field -> field.getValue().asString(""))
                .filter(value -> value.length() >= TELLING_LENGTH)
                .forEach(secrets::add);
        tree.values().forEach(part -> secretsIn(part, secrets));
    }
}
