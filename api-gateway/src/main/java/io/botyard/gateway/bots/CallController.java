package io.botyard.gateway.bots;

import io.botyard.contract.KnownMethods;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.ReservedMethods;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.dispatch.Dispatch;
import io.botyard.gateway.bots.dispatch.Retelling;
import io.botyard.gateway.commands.Seals;
import io.botyard.gateway.operations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls to Telegram in the bot's name. */
@RestController
@RequestMapping(path = "/api/user-bot", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calls")
class CallController {

    /** A word about a request that was taken as it is. */
    static final String WARNING = "Botyard-Warning";

    private static final String SEND_MESSAGE = "sendMessage";
    private static final Pattern METHOD = Pattern.compile("[A-Za-z]{1,64}");
    private static final byte[] NOTHING = {};

    private final Dispatch dispatch;
    private final CurrentBot current;
    private final Admission admission;
    private final Seals seals;

    CallController(Dispatch dispatch, CurrentBot current, Admission admission, Seals seals) {
        this.dispatch = dispatch;
        this.current = current;
        this.admission = admission;
        this.seals = seals;
    }

    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.Operation(summary = "Send a message", operationId = "sendMessage")
    @ApiResponse(
            responseCode = "200",
            description = "Waited for, and finished",
            content = @Content(schema = @Schema(implementation = Operation.class)))
    ResponseEntity<Object> message(
            Caller caller,
            Standing standing,
            Asking asking,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = MessageBody.class)))
                    @RequestBody
                    byte[] body,
            @Parameter(schema = @Schema(implementation = Priority.class, defaultValue = "interactive"))
                    @RequestParam(required = false)
                    @Nullable
                    String priority,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "86400", defaultValue = "86400"))
                    @RequestParam(name = "expires_in_seconds", required = false)
                    @Nullable
                    String expiresInSeconds,
            @Parameter(schema = @Schema(implementation = OnUnknown.class, defaultValue = "report"))
                    @RequestParam(name = "on_unknown", required = false)
                    @Nullable
                    String onUnknown) {
        var parameters = JsonParameters.message(body);
        var query = new CallOptionsQuery(priority, expiresInSeconds, onUnknown);
        return call(caller, standing, asking, SEND_MESSAGE, parameters, query);
    }

    @PostMapping(
            path = "/methods/{method}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    @io.swagger.v3.oas.annotations.Operation(summary = "Call any Bot API method", operationId = "callMethod")
    @ApiResponse(
            responseCode = "200",
            description = "Waited for, and finished",
            content = @Content(schema = @Schema(implementation = Operation.class)))
    ResponseEntity<Object> method(
            Caller caller,
            Standing standing,
            Asking asking,
            @Parameter(schema = @Schema(type = "string", pattern = "^[A-Za-z]{1,64}$"), example = "editMessageText")
                    @PathVariable
                    String method,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable
                    String contentType,
            @Parameter(schema = @Schema(implementation = Priority.class, defaultValue = "interactive"))
                    @RequestParam(required = false)
                    @Nullable
                    String priority,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "86400", defaultValue = "86400"))
                    @RequestParam(name = "expires_in_seconds", required = false)
                    @Nullable
                    String expiresInSeconds,
            @Parameter(schema = @Schema(implementation = OnUnknown.class, defaultValue = "report"))
                    @RequestParam(name = "on_unknown", required = false)
                    @Nullable
                    String onUnknown) {
        checkMethod(method);
        if (!KnownMethods.contains(method)) {
            asking.remark(WARNING, "unknown_method");
        }
        var parameters = parameters(contentType, body == null ? NOTHING : body);
        var query = new CallOptionsQuery(priority, expiresInSeconds, onUnknown);
        return call(caller, standing, asking, method, parameters, query);
    }

    private ResponseEntity<Object> call(
            Caller caller,
            Standing standing,
            Asking asking,
            String method,
            CallParameters parameters,
            CallOptionsQuery query) {
        return dispatch.once(
                caller,
                asking,
                new CallErrand(standing, current, admission, seals, method, parameters, query),
                Retelling.OPERATION);
    }

    private static void checkMethod(String method) {
        if (!METHOD.matcher(method).matches()) {
            throw Rejection.invalid("method", "form", "is 1 to 64 letters");
        }
        if (ReservedMethods.contains(method)) {
            throw Rejection.of(ProblemCode.METHOD_RESERVED);
        }
    }

    private static CallParameters parameters(@Nullable String contentType, byte[] body) {
        return contentType != null
                        && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(MediaType.parseMediaType(contentType))
                ? MultipartParameters.of(contentType, body)
                : JsonParameters.of(body);
    }
}
