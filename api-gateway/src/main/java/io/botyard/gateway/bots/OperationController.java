package io.botyard.gateway.bots;

import io.botyard.contract.CommandId;
import io.botyard.contract.Role;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Filters;
import io.botyard.gateway.access.InternalTokens;
import io.botyard.gateway.access.Paged;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.dispatch.KnownOperation;
import io.botyard.gateway.bots.dispatch.KnownOperations;
import io.botyard.gateway.operations.Accepted;
import io.botyard.gateway.operations.AuditService;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.RecentlyAccepted;
import io.botyard.gateway.operations.RecentlyAccepted.Recollection;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What became of a command, also right after it was accepted. */
@RestController
@Tag(name = "Operations")
class OperationController {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    /** A page of operations; without {@code nextCursor} the last. */
    record OperationPage(List<Operation> items, @Nullable String nextCursor) {}

    private final AuditService audit;
    private final KnownOperations known;
    private final RecentlyAccepted recent;
    private final InternalTokens tokens;

    OperationController(AuditService audit, KnownOperations known, RecentlyAccepted recent, InternalTokens tokens) {
        this.audit = audit;
        this.known = known;
        this.recent = recent;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/operations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What became of a command",
            description = "An operation is kept for 7 days after it finished, at least; after that it is answered 404, "
                    + "like one that never was.",
            operationId = "operation")
    @ApiResponse(
            responseCode = "200",
            description = "As far as it is",
            content = @Content(schema = @Schema(implementation = Operation.class)))
    Object operation(
            Caller caller, @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
        if (!FORM.matcher(id).matches()) {
            throw Rejection.of(ProblemCode.NOT_FOUND);
        }
        var command = new CommandId(UUID.fromString(id));
        return known.of(caller, command)
                .<Object>map(KnownOperation::json)
                .orElseGet(() -> justAccepted(caller, command));
    }

    @GetMapping(path = "/api/user-bot/operations", produces = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Your operations, newest first",
            description = "What finished more than 7 days ago may be gone; what has not finished is there.",
            operationId = "operations")
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = OperationPage.class)))
    JsonNode operations(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        var query = Filters.of(asked, Filters.PAGING).encoded();
        var page = AuditAnswers.page(audit.operations(query, tokens.of(caller)));
        page.path("items").valueStream().forEach(KnownOperations::published);
        return page;
    }

    private Operation justAccepted(Caller caller, CommandId id) {
        return switch (recent.of(id)) {
            case Recollection.Known(Accepted accepted)
            when mayRead(caller, accepted) -> Operation.accepted(id, accepted);
            case Recollection.Known _, Recollection.Nothing _ -> throw Rejection.of(ProblemCode.NOT_FOUND);
            case Recollection.Unsure _ -> throw Rejection.of(ProblemCode.PART_AWAY);
        };
    }

    private static boolean mayRead(Caller caller, Accepted accepted) {
        return caller.is(Role.ADMIN) || accepted.user().equals(caller.user());
    }
}
