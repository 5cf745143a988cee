package io.botyard.audit.search;

import io.botyard.audit.entry.EntryPlace;
import io.botyard.audit.entry.RecordedEntries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail from its newest entry to its oldest, however long it is. It is read page by page as it is taken, so it
 * neither grows in memory nor holds anything in the database while somebody is slow.
 */
@RestController
final class ExportController {
    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);
    private static final int PAGE = 1_000;
    private static final int AT_ONCE = 4;
    private final RecordedEntries entries;
    private final JsonMapper json;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    ExportController(RecordedEntries entries, JsonMapper json) {
        this.entries = entries;
        this.json = json;
    }

    @GetMapping("/audit/export")
    void export(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var export = SearchParameters.readExport(query);
        if (!turns.tryAcquire()) {
            throw new TooManyExports();
        }
        try {
            write(export, request, response);
        } finally {
            turns.release();
        }
    }

    /** What fails before the first byte is a problem like any other; later the connection breaks. */
    private void write(SearchParameters.Export export, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = entries.newestFirst(export.filter(), null, PAGE);
        response.setContentType(export.format().contentType());
        var lines = lines(export.format());
        try {
            var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            out.write(lines.heading());
            while (!page.isEmpty()) {
                for (var entry : page) {
                    out.write(lines.of(entry));
                }
                page = page.size() < PAGE
                        ? List.of()
                        : entries.newestFirst(export.filter(), EntryPlace.of(page.getLast()), PAGE);
            }
            out.flush();
        } catch (IOException | RuntimeException broken) {
            LOG.atWarn()
                    .addKeyValue("reason", broken.getClass().getSimpleName())
                    .log("an export was cut short");
            CutShort.mark(request);
        }
    }

    private Lines lines(ExportFormat format) {
        return switch (format) {
            case CSV -> new CsvLines();
            case JSONL -> new JsonLines(json);
        };
    }
}
