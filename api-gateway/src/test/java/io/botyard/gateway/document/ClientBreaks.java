package io.botyard.gateway.document;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import tools.jackson.databind.JsonNode;

/** What a client that was written against one document would stumble over in a later one. */
final class ClientBreaks {

    private ClientBreaks() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var old = ThreeZero.of(before);
        var now = ThreeZero.of(after);
        var breaks = new ArrayList<>(Stricter.between(old, now));
        var changes = OpenApiCompare.fromContents(old.toString(), now.toString(), null, options());
        if (changes.isIncompatible()) {
            breaks.add(render(changes));
        }
        return breaks;
    }

    /** Our clients ignore values they do not know. */
    private static OpenApiDiffOptions options() {
        return OpenApiDiffOptions.builder()
                .configProperty("incompatible.response.enum.increased", "false")
                .build();
    }

    private static String render(ChangedOpenApi changes) {
        var out = new ByteArrayOutputStream();
        new ConsoleRender().render(changes, new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
