package io.botyard.sandbox.http;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a request, from wherever it carries them: query, form, JSON and multipart.
 *
 * @param flaw why they could not be read, or null
 */
record RequestBody(Parameters parameters, @Nullable String flaw) {

    static final int LARGEST_JSON = 20 * 1024 * 1024;

    static RequestBody of(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        ObjectNode fields = Json.object();
        String type = request.getContentType() == null
                ? ""
                : request.getContentType().toLowerCase(Locale.ROOT).strip();
        try {
            if (type.startsWith("multipart/form-data")) {
                addFiles(request, fields);
            }
            boolean json = type.startsWith("application/json");
            if (!json || request.getQueryString() != null) {
                request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
            }
            return json ? withJson(request.getInputStream(), fields) : read(fields);
        } catch (ServletException | IllegalStateException e) {
            return flawed(fields, "can't parse multipart form data");
        }
    }

    private static RequestBody withJson(InputStream in, ObjectNode fields) throws IOException {
        byte[] body = in.readNBytes(LARGEST_JSON);
        if (body.length == 0) {
            return read(fields);
        }
        try {
            JsonNode json = Json.read(body);
            if (!json.isObject()) {
                return flawed(fields, "object expected as request body");
            }
            json.properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
            return read(fields);
        } catch (JacksonException e) {
            return flawed(fields, "can't parse request body JSON");
        }
    }

    /** A file's bytes are read and let go: only that there was one is kept. */
    private static void addFiles(HttpServletRequest request, ObjectNode fields) throws IOException, ServletException {
        for (Part part : request.getParts()) {
            if (part.getSubmittedFileName() != null) {
                fields.putObject(part.getName())
                        .put("file_name", part.getSubmittedFileName())
                        .put("file_size", part.getSize());
            }
        }
    }

    private static RequestBody read(ObjectNode fields) {
        return new RequestBody(new Parameters(fields), null);
    }

    private static RequestBody flawed(ObjectNode fields, String why) {
        return new RequestBody(new Parameters(fields), why);
    }
}
