package io.botyard.gateway.admin;

import io.botyard.contract.UserId;
import io.botyard.contract.event.ActivityRead;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Filters;
import io.botyard.gateway.access.InternalTokens;
import io.botyard.gateway.access.Paged;
import io.botyard.gateway.access.Rejection;
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

/** How much bots do and how they fare, for admins, whose reading is an entry in the trail. */
@RestController
@Tag(name = "Admin")
class ActivityController {

    private static final String USER_ID = "user_id";
    private static final String STEP = "step";
    private static final int MINUTE = 60;
    private static final int DAY = 86_400;
    private static final Map<String, Pattern> OF_ACTIVITY = Map.of(
            USER_ID,
            Pattern.compile("[1-9][0-9]{0,17}"),
            "from",
            Filters.TIME,
            "to",
            Filters.TIME,
            STEP,
            Pattern.compile("[1-9][0-9]{1,4}"));
    private final AuditService audit;
    private final AccessLog log;
    private final AccessHeads heads;
    private final InternalTokens tokens;

    ActivityController(AuditService audit, AccessLog log, AccessHeads heads, InternalTokens tokens) {
        this.audit = audit;
        this.log = log;
        this.heads = heads;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/admin/activity", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How much bots do",
            description = "The last hour by minutes unless asked otherwise; 1500 steps at most. What is older than "
                    + "seven days is gone. A step says what is known yet: an outcome counts within seconds, and one "
                    + "that is told up to five minutes late still counts where its call ended.",
            operationId = "activity")
    @Parameter(
            name = USER_ID,
            in = ParameterIn.QUERY,
            description = "whose bot; all of them without it",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "RFC 3339; brought back to where a step begins",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "RFC 3339; now without it",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            name = STEP,
            in = ParameterIn.QUERY,
            description = "seconds, whole minutes",
            schema = @Schema(type = "integer", minimum = "60", maximum = "86400", multipleOf = 60, defaultValue = "60"))
    @ApiResponse(
            responseCode = "200",
            description = "Step by step, also where there was nothing",
            content = @Content(schema = @Schema(implementation = ActivityAnswer.class)))
    JsonNode activity(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        var query = Filters.of(asked, OF_ACTIVITY);
        query.get(STEP).map(Long::parseLong).filter(step -> !isStep(step)).ifPresent(_ -> {
            throw Rejection.invalid(STEP, "form", "is whole minutes in seconds, such as 300, up to a day");
        });
        var user = query.get(USER_ID).map(Long::parseLong).map(UserId::new).orElse(caller.user());
        record(caller, user, "activity", query);
        return AuditAnswers.page(audit.activity(query.encoded(), tokens.of(caller)));
    }

    @GetMapping(path = "/api/admin/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Bots that are degraded or unhealthy",
            description = "By their calls of the last five minutes. Degraded: 20 % of ten or more failed, or Telegram "
                    + "took three seconds on average. Unhealthy: half of them failed, or five in a row. What Telegram "
                    + "turned down for what it asked (400, 403 and the like) is no failure.",
            operationId = "health")
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "Whoever became so last first",
            content = @Content(schema = @Schema(implementation = HealthPage.class)))
    JsonNode health(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        var query = Filters.of(asked, Filters.PAGING);
        record(caller, caller.user(), "health", query);
        return AuditAnswers.page(audit.health(query.encoded(), tokens.of(caller)));
    }

    private static boolean isStep(long seconds) {
        return seconds % MINUTE == 0 && seconds <= DAY;
    }

    private void record(Caller caller, UserId whom, String what, Filters query) {
        log.record(new ActivityRead(heads.of(caller, whom), query.of(what)));
    }
}
