package io.botyard.gateway.admin;

import io.botyard.contract.event.TrailRead;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.CutShort;
import io.botyard.gateway.access.InternalTokens;
import io.botyard.gateway.bots.AuditAnswers;
import io.botyard.gateway.operations.AuditService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail as a file, for admins, whose taking it is itself an entry in it before the first byte leaves. */
@RestController
@Tag(name = "Admin")
class ExportTrailController {

    private static final Logger LOG = LoggerFactory.getLogger(ExportTrailController.class);
    private static final String CSV = "text/csv";
    private static final String JSONL = "application/jsonl";

    private final AuditService audit;
    private final AccessLog log;
    private final AccessHeads heads;
    private final InternalTokens tokens;

    ExportTrailController(AuditService audit, AccessLog log, AccessHeads heads, InternalTokens tokens) {
        this.audit = audit;
        this.log = log;
        this.heads = heads;
        this.tokens = tokens;
    }

    @GetMapping(
            path = "/api/admin/audit/export",
            produces = {CSV, JSONL})
    @Operation(
            summary = "Export the trail",
            description = "However long it is, it is sent while it is read. An answer that cannot be ended is cut off: "
                    + "only one whose last chunk arrives is whole.",
            operationId = "exportTrail")
    @Parameter(
            name = TrailFormat.NAME,
            in = ParameterIn.QUERY,
            description = "CSV with a heading, in which a cell that a spreadsheet would take for a formula begins with "
                    + "an apostrophe, or the search's items line by line",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"csv", "jsonl"},
                            defaultValue = "csv"))
    @TrailFilters
    @ApiResponse(
            responseCode = "200",
            description = "Newest first",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = JSONL, schema = @Schema(type = "string"))
            })
    void export(
            Caller caller,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        var query = TrailQuery.ofExport(asked);
        log.record(new TrailRead(heads.of(caller, query.user().orElse(caller.user())), query.of("export")));
        try (var export = AuditAnswers.export(audit.export(query.encoded(), tokens.of(caller)))) {
            response.setContentType(query.format().contentType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + query.format().fileName() + "\"");
            export.copyTo(response.getOutputStream());
        } catch (IOException broken) {
            LOG.atWarn()
                    .addKeyValue("reason", broken.getClass().getSimpleName())
                    .log("an export was cut short");
            CutShort.mark(request);
        }
    }
}
