package io.botyard.gateway.admin;

import io.botyard.contract.UserId;
import io.botyard.contract.event.TrailRead;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Filters;
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
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Whether the trail is as it was signed, for admins, whose asking is an entry in it. */
@RestController
@Tag(name = "Admin")
class VerifyTrailController {

    private static final String USER_ID = "user_id";
    private static final Map<String, Pattern> FORMS = Map.of(USER_ID, Pattern.compile("[0-9]{1,18}"));

    private final AuditService audit;
    private final AccessLog log;
    private final AccessHeads heads;
    private final InternalTokens tokens;

    VerifyTrailController(AuditService audit, AccessLog log, AccessHeads heads, InternalTokens tokens) {
        this.audit = audit;
        this.log = log;
        this.heads = heads;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/admin/audit/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Verify the trail",
            description = "Takes as long as reading the trail takes; one runs at a time. What was recorded since "
                    + "signed_at, a minute at most, is not covered.",
            operationId = "verifyTrail")
    @Parameter(
            name = USER_ID,
            in = ParameterIn.QUERY,
            description = "whose trail; everybody's without it",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @ApiResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = TrailVerified.class)))
    JsonNode verify(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        var query = Filters.of(asked, FORMS);
        var user = query.get(USER_ID).map(Long::parseLong).map(UserId::new).orElse(caller.user());
        log.record(new TrailRead(heads.of(caller, user), query.of("verify")));
        return AuditAnswers.page(audit.verification(query.encoded(), tokens.of(caller)));
    }
}
