package io.botyard.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Vault's transit engine, of which one mount is enough. */
final class TransitEngine {

    private static final Pattern CRYPT = Pattern.compile("transit/(encrypt|decrypt|rewrap)/([^/]+)");
    private static final Pattern KEY = Pattern.compile("transit/keys/([^/]+)(/rotate|/config)?");

    private final Map<String, TransitKey> keys = new ConcurrentHashMap<>();

    TransitKey key(String name) {
        return keys.computeIfAbsent(name, _ -> new TransitKey());
    }

    Response answer(String path, JsonNode body, boolean posted) {
        var crypt = CRYPT.matcher(path);
        if (crypt.matches() && posted) {
            var key = keys.get(crypt.group(2));
            return key == null ? Response.error(400, "encryption key not found") : all(crypt.group(1), key, body);
        }
        var about = KEY.matcher(path);
        if (about.matches()) {
            var key = keys.get(about.group(1));
            return key == null ? Response.notFound() : about(key, about.group(2), body, posted);
        }
        return Response.notFound();
    }

    private static Response about(TransitKey key, String what, JsonNode body, boolean posted) {
        if (what == null && !posted) {
            return Response.ok(Map.of(
                    "data",
                    Map.of(
                            "type",
                            "aes256-gcm96",
                            "derived",
                            true,
                            "latest_version",
                            key.newest(),
                            "min_decryption_version",
                            key.lowest())));
        }
        if ("/rotate".equals(what) && posted) {
            key.rotate();
            return Response.nothing();
        }
        if ("/config".equals(what) && posted) {
            var lowest = body.path("min_decryption_version").asInt(key.lowest());
            if (lowest > key.newest()) {
                return Response.error(
                        400,
                        "cannot set min decryption version of " + lowest + ", latest key version is " + key.newest());
            }
            key.openNothingBelow(lowest);
            return Response.nothing();
        }
        return Response.error(405, "unsupported operation");
    }

    private static Response all(String operation, TransitKey key, JsonNode body) {
        if (!body.path("batch_input").isArray()) {
            var result = one(operation, key, body);
            var error = result.get("error");
            return error == null ? Response.ok(Map.of("data", result)) : Response.error(400, error.toString());
        }
        List<Map<String, Object>> results = new ArrayList<>();
        body.path("batch_input").forEach(input -> results.add(one(operation, key, input)));
        var failed = results.stream().anyMatch(result -> result.containsKey("error"));
        return Response.of(failed ? 400 : 200, Map.of("data", Map.of("batch_results", results)));
    }

    private static Map<String, Object> one(String operation, TransitKey key, JsonNode input) {
        Map<String, Object> result = new HashMap<>();
        if (input.hasNonNull("reference")) {
            result.put("reference", input.path("reference").asString());
        }
        try {
            var context = bytes(input, "context");
            switch (operation) {
                case "encrypt" -> result.put("ciphertext", key.seal(bytes(input, "plaintext"), context));
                case "decrypt" ->
                    result.put(
                            "plaintext",
                            base64(key.open(input.path("ciphertext").asString(""), context)));
                default ->
                    result.put(
                            "ciphertext",
                            key.seal(key.open(input.path("ciphertext").asString(""), context), context));
            }
        } catch (TransitKey.Refused refused) {
            result.put("error", refused.getMessage());
        }
        return result;
    }

    private static byte[] bytes(JsonNode input, String field) throws TransitKey.Refused {
        try {
            return Base64.getDecoder().decode(input.path(field).asString("").getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException malformed) {
            throw new TransitKey.Refused("failed to base64-decode " + field);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
