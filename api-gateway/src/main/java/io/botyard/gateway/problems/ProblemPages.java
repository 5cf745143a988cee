package io.botyard.gateway.problems;

import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page each problem's {@code type} leads to. */
@RestController
@Tag(name = "About")
class ProblemPages {

    @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "What a problem means", operationId = "problemPage")
    String page(@Parameter(schema = @Schema(type = "string"), example = "no_bot") @PathVariable String code) {
        return Arrays.stream(ProblemCode.values())
                .filter(problem -> problem.code().equals(code))
                .findAny()
                .map(ProblemPages::html)
                .orElseThrow(() -> Rejection.of(ProblemCode.NOT_FOUND));
    }

    private static String html(ProblemCode problem) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><title>%2$s</title></head>
                <body>
                <h1>%2$s</h1>
                <p>%3$s</p>
                <p>Status %4$d, code <code>%1$s</code>.</p>
                </body>
                </html>
                """.formatted(problem.code(), problem.title(), problem.meaning(), problem.status());
    }
}
