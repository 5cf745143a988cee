package io.botyard.gateway.fuzz;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** An object's fields as the parts of a form. */
final class Multipart {

    static final String BOUNDARY = "a-boundary-of-our-own";

    private Multipart() {}

    static byte[] of(JsonNode tree) {
        var form = new StringBuilder();
        tree.properties()
                .forEach(field -> form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                        .append(field.getKey().replaceAll("[\"\\\\\\p{Cntrl}]", "_"))
                        .append("\"\r\n\r\n")
                        .append(field.getValue().isString() ? field.getValue().asString() : Shot.text(field.getValue()))
                        .append("\r\n"));
        return form.append("--" + BOUNDARY + "--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
