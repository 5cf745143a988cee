package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A value in its own right: a place, a person's card, a die, a poll. */
record ValueAttachment(String field, List<String> needed) implements Attachment {

    @Override
    public Optional<ObjectNode> read(Parameters parameters) {
        if (needed.stream().anyMatch(name -> !parameters.has(name))) {
            return Optional.empty();
        }
        ObjectNode fields = Attachment.fields();
        describe(fields.putObject(field), parameters);
        return Optional.of(fields);
    }

    @Override
    public String absence() {
        return "parameter \"" + (needed.isEmpty() ? field : needed.getFirst()) + "\" is required";
    }

    private void describe(ObjectNode value, Parameters parameters) {
        switch (field) {
            case "location" -> place(value, parameters);
            case "venue" -> {
                place(value.putObject("location"), parameters);
                value.put("title", parameters.text("title")).put("address", parameters.text("address"));
            }
            case "contact" ->
                value.put("phone_number", parameters.text("phone_number"))
                        .put("first_name", parameters.text("first_name"));
            case "poll" -> poll(value, parameters);
            default -> value.put("emoji", emoji(parameters)).put("value", 4);
        }
    }

    private static void place(ObjectNode place, Parameters parameters) {
        place.put("latitude", decimal(parameters.text("latitude")))
                .put("longitude", decimal(parameters.text("longitude")));
    }

    private static void poll(ObjectNode poll, Parameters parameters) {
        poll.put("id", "1").put("question", parameters.text("question"));
        var options = poll.putArray("options");
        for (JsonNode option : parameters.structure("options").orElse(options)) {
            String text = option.isString()
                    ? option.stringValue()
                    : option.path("text").asString("");
            options.addObject().put("text", text).put("voter_count", 0).put("persistent_id", text);
        }
        poll.put("total_voter_count", 0)
                .put("is_closed", false)
                .put("is_anonymous", true)
                .put("type", "regular")
                .put("allows_multiple_answers", false);
    }

    private static String emoji(Parameters parameters) {
        return parameters.has("emoji") ? parameters.text("emoji") : "🎲";
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
