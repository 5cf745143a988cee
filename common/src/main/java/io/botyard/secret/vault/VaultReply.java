package io.botyard.secret.vault;

import io.botyard.contract.wire.WireJson;
import io.botyard.secret.CipherUnavailable;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** What Vault answers, once it is known that it is an answer of Vault's. */
sealed interface VaultReply {

    /** It did what it was asked; nothing is in it where nothing is to be said. */
    record Done(JsonNode body) implements VaultReply {

        JsonNode object(String field) {
            var value = body.path(field);
            if (value.getNodeType() != JsonNodeType.OBJECT) {
                throw new CipherUnavailable("Vault's answer has no " + field);
            }
            return value;
        }
    }

    /** It understood and did not: what was asked is wrong. */
    record Refused(JsonNode body) implements VaultReply {

        /** In Vault's words, which name keys and paths and no secret. */
        List<String> errors() {
            return body.path("errors").valueStream().map(JsonNode::asString).toList();
        }
    }

    /** The token is not good for this, or not good any more. */
    record Forbidden() implements VaultReply {}

    /** This server cannot now; another one may, and so may this one later. */
    record Away(String reason) implements VaultReply {}

    static VaultReply of(int status, byte[] body) {
        return switch (status) {
            case 200 -> parsed(body, VaultReply.Done::new);
            case 204 -> new Done(WireJson.mapper().createObjectNode());
            case 400 -> parsed(body, VaultReply.Refused::new);
            case 403 -> new Forbidden();
            case 404 -> new Away("HTTP 404: there is no such key, mount or namespace, or this is no Vault");
            case 429 -> new Away("HTTP 429: too many requests");
            case 503 -> new Away("HTTP 503: sealed, or not ready");
            default -> new Away("HTTP " + status);
        };
    }

    private static VaultReply parsed(byte[] body, Function<JsonNode, VaultReply> reply) {
        try {
            var json = WireJson.mapper().readTree(body);
            return json.isObject() ? reply.apply(json) : new Away("an answer that is no JSON object");
        } catch (JacksonException half) {
            return new Away("an answer that is not JSON");
        }
    }
}
