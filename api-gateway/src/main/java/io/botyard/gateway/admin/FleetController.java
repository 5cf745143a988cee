package io.botyard.gateway.admin;

import io.botyard.contract.event.ActivityRead;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Filters;
import io.botyard.gateway.access.InternalTokens;
import io.botyard.gateway.bots.AuditAnswers;
import io.botyard.gateway.operations.AuditService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the workers stand, for admins, whose reading is an entry in the trail. */
@RestController
@Tag(name = "Admin")
class FleetController {

    private static final String FLEET = "fleet";

    private final AuditService audit;
    private final AccessLog log;
    private final AccessHeads heads;
    private final InternalTokens tokens;

    FleetController(AuditService audit, AccessLog log, AccessHeads heads, InternalTokens tokens) {
        this.audit = audit;
        this.log = log;
        this.heads = heads;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/admin/fleet", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How the workers stand",
            description =
                    "Workers say every few seconds how they do; one that has said nothing for 30 s is silent. Who "
                            + "holds a partition is what its lease says, and what waits is what Kafka says, so both are right "
                            + "also while no worker runs. A record waits until it and all before it in its partition are "
                            + "finished. Figures that are not known are null. `gates_open` counts chats and bots that "
                            + "Telegram told to wait for more than 5 s and that wait still.",
            operationId = FLEET)
    @ApiResponse(
            responseCode = "200",
            description = "Workers by host, those that never said anything last",
            content = @Content(schema = @Schema(implementation = FleetAnswer.class)))
    JsonNode fleet(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        var nothing = Filters.of(asked, Map.of());
        log.record(new ActivityRead(heads.of(caller, caller.user()), nothing.of(FLEET)));
        return AuditAnswers.page(audit.fleet(tokens.of(caller)));
    }
}
