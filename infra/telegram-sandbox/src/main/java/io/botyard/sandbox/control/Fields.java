package io.botyard.sandbox.control;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a control request, each read as what it must be. */
record Fields(ObjectNode node) {

    void allowOnly(Set<String> names) throws BadInput {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new BadInput("unknown field " + name);
            }
        }
    }

    @Nullable
    Long number(String name) throws BadInput {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadInput(name + " is a whole number");
        }
        return value.asLong();
    }

    @Nullable
    Integer small(String name) throws BadInput {
        Long value = number(name);
        if (value != null && (value < 0 || value > Integer.MAX_VALUE)) {
            throw new BadInput(name + " is out of range");
        }
        return value == null ? null : (Integer) value.intValue();
    }

    long needed(String name) throws BadInput {
        Long value = number(name);
        if (value == null) {
            throw new BadInput(name + " is missing");
        }
        return value;
    }

    boolean flag(String name) throws BadInput {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new BadInput(name + " is true or false");
        }
        return value.asBoolean();
    }

    /** A text, or a number written as text. */
    @Nullable
    String text(String name) throws BadInput {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainer()) {
            throw new BadInput(name + " is a text");
        }
        return value.asString();
    }

    /** An object, or null. */
    @Nullable
    Fields object(String name) throws BadInput {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw new BadInput(name + " is an object");
        }
        return new Fields(value.asObject());
    }
}
