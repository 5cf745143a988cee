package io.botyard.secret.vault;

import io.botyard.secret.CipherUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One key of the transit engine. What is asked in one request is answered one by one, in order. */
final class Transit {

    /** What became of one. */
    sealed interface Result {

        record Done(String value) implements Result {}

        record Failed(String error) implements Result {}
    }

    /** What is done, and the field that holds what comes of it. */
    enum Operation {
        ENCRYPT("encrypt", "ciphertext"),
        DECRYPT("decrypt", "plaintext"),
        REWRAP("rewrap", "ciphertext");

        private final String path;
        private final String result;

        Operation(String path, String result) {
            this.path = path;
            this.result = result;
        }
    }

    private final VaultSession session;
    private final String mount;
    private final String key;

    Transit(VaultSession session, String mount, String key) {
        this.session = session;
        this.mount = mount;
        this.key = key;
    }

    /**
     * Does the same with several.
     *
     * @throws CipherUnavailable when it was done with none
     */
    List<Result> all(Operation operation, List<Map<String, String>> inputs) {
        var reply = session.ask(mount + "/" + operation.path + "/" + key, Map.of("batch_input", inputs));
        var results = switch (reply) {
            case VaultReply.Done(var body) -> body.path("data").path("batch_results");
            // One that failed is enough for this status; the others were done.
            case VaultReply.Refused refused -> {
                var done = refused.body().path("data").path("batch_results");
                if (!done.isArray()) {
                    throw new CipherUnavailable("Vault refuses to " + operation.path + ": " + refused.errors());
                }
                yield done;
            }
            case VaultReply.Away _, VaultReply.Forbidden _ ->
                throw new IllegalStateException("the session throws these");
        };
        return read(operation, inputs.size(), results);
    }

    private static List<Result> read(Operation operation, int asked, JsonNode results) {
        if (results.size() != asked) {
            throw new CipherUnavailable("Vault answered " + results.size() + " of " + asked);
        }
        var all = new ArrayList<Result>();
        for (var result : results) {
            var value = result.path(operation.result).asString("");
            var error = result.path("error").asString("");
            if (value.isEmpty() == error.isEmpty()) {
                throw new CipherUnavailable("Vault's answer is neither a " + operation.result + " nor an error");
            }
            all.add(error.isEmpty() ? new Result.Done(value) : new Result.Failed(error));
        }
        return all;
    }

    int newest() {
        return version("latest_version");
    }

    int oldest() {
        return version("min_decryption_version");
    }

    private int version(String field) {
        var data = done(session.ask(mount + "/keys/" + key, null)).object("data");
        var version = data.path(field).asInt(0);
        if (version < 1) {
            throw new CipherUnavailable("Vault's answer has no " + field);
        }
        return version;
    }

    void rotate() {
        done(session.ask(mount + "/keys/" + key + "/rotate", Map.of()));
    }

    void retireBefore(int oldest) {
        done(session.ask(mount + "/keys/" + key + "/config", Map.of("min_decryption_version", oldest)));
    }

    private VaultReply.Done done(VaultReply reply) {
        return switch (reply) {
            case VaultReply.Done done -> done;
            case VaultReply.Refused refused ->
                throw new CipherUnavailable("Vault refuses to do this with the key " + key + ": " + refused.errors());
            case VaultReply.Away _, VaultReply.Forbidden _ ->
                throw new IllegalStateException("the session throws these");
        };
    }
}
