package io.botyard.sandbox.exchange;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot sent along, whether it came as JSON, form, query or multipart. */
public record Parameters(ObjectNode fields) {

    public static Parameters none() {
        return new Parameters(Json.object());
    }

    public boolean has(String name) {
        JsonNode value = fields.get(name);
        return value != null && !value.isNull();
    }

    /** The value as text: of an object or array its JSON, and the empty text when it is absent. */
    public String text(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isContainer() ? Json.text(value) : value.asString();
    }

    /** The value as a whole number; the fallback when it is absent or is none. */
    public long number(String name, long fallback) {
        try {
            return Long.parseLong(text(name).strip());
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    /** True for true, "true", "True", "yes", 1 and their like, as Telegram reads them. */
    public boolean flag(String name) {
        return switch (text(name).strip()) {
            case "true", "True", "TRUE", "yes", "Yes", "1" -> true;
            default -> false;
        };
    }

    /** An object or array, also when it came as JSON in a text; empty when it is neither. */
    public Optional<JsonNode> structure(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        try {
            JsonNode read = value.isString() ? Json.read(value.stringValue()) : value;
            return read.isContainer() ? Optional.of(read) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
