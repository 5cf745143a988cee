package io.botyard.gateway.bots;

import io.botyard.contract.command.CallBody;
import io.botyard.gateway.access.Rejection;
import tools.jackson.databind.JsonNode;

/** Parameters sent as a JSON object. */
final class JsonParameters {

    private JsonParameters() {}

    static CallParameters of(byte[] body) {
        return of(body, body.length == 0 ? StrictJson.read(new byte[] {'{', '}'}) : StrictJson.read(body));
    }

    /** With what {@code sendMessage} cannot do without. */
    static CallParameters message(byte[] body) {
        var tree = StrictJson.read(body);
        var parameters = of(body, tree);
        if (parameters.chatId().isEmpty()) {
            throw Rejection.invalid(ChatId.FIELD, "required", "says where to send it");
        }
        if (!tree.path("text").isString() || tree.path("text").asString().isEmpty()) {
            throw Rejection.invalid("text", "required", "is what to send");
        }
        return parameters;
    }

    private static CallParameters of(byte[] body, JsonNode tree) {
        if (!tree.isObject()) {
            throw Rejection.invalid("", "wrong_type", "the body is a JSON object");
        }
        tree.properties().forEach(field -> LocalFiles.refuse(field.getKey(), field.getValue()));
        var sent = body.length == 0 ? CallBody.json("{}") : CallBody.of(CallBody.JSON, body);
        return new CallParameters(sent, ChatId.of(tree.get(ChatId.FIELD)), PaymentToken.in("", tree));
    }
}
