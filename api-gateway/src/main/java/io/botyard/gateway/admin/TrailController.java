package io.botyard.gateway.admin;

import io.botyard.contract.event.TrailRead;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.InternalTokens;
import io.botyard.gateway.access.Paged;
import io.botyard.gateway.bots.AuditAnswers;
import io.botyard.gateway.operations.AuditService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The trail, for admins, whose reading is itself an entry in it. */
@RestController
@Tag(name = "Admin")
class TrailController {

    private final AuditService audit;
    private final AccessLog log;
    private final AccessHeads heads;
    private final InternalTokens tokens;

    TrailController(AuditService audit, AccessLog log, AccessHeads heads, InternalTokens tokens) {
        this.audit = audit;
        this.log = log;
        this.heads = heads;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/admin/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Search the trail", operationId = "searchTrail")
    @TrailFilters
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "Newest first",
            content = @Content(schema = @Schema(implementation = TrailPage.class)))
    JsonNode search(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        var query = TrailQuery.of(asked);
        log.record(new TrailRead(heads.of(caller, query.user().orElse(caller.user())), query.encoded()));
        return AuditAnswers.page(audit.trail(query.encoded(), tokens.of(caller)));
    }
}
