package io.botyard.gateway.admin;

import io.botyard.contract.event.KeysViewed;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.dispatch.Dispatch;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.dispatch.Retelling;
import io.botyard.gateway.bots.store.KeyViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that tokens are sealed under, for superadmins: which there are, and a new one. */
@RestController
@RequestMapping(path = "/api/admin/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Superadmin")
class KeysController {

    /** Whoever asks again is told of the operation; a refusal is a rejection, as it was the first time. */
    private static final Retelling OPERATION = (caller, operation, known) -> {
        var _ = operation.done();
        return Optional.of(Reply.ok(operation.json()));
    };

    private final KeyViews keys;
    private final Dispatch dispatch;
    private final AccessLog log;
    private final AccessHeads heads;

    KeysController(KeyViews keys, Dispatch dispatch, AccessLog log, AccessHeads heads) {
        this.keys = keys;
        this.dispatch = dispatch;
        this.log = log;
        this.heads = heads;
    }

    @GetMapping
    @Operation(summary = "The keys that tokens are sealed under, and the last rotation", operationId = "viewKeys")
    KeysAnswer view(Caller caller) {
        log.record(new KeysViewed(heads.of(caller, caller.user())));
        return KeysAnswer.of(keys.keys(), keys.lastRotation());
    }

    @PostMapping("/rotate")
    @Operation(summary = "Make a new key, and seal every token anew under it", operationId = "rotateKeys")
    @ApiResponse(
            responseCode = "200",
            description = "Done, for who waited for it",
            content = @Content(schema = @Schema(implementation = io.botyard.gateway.operations.Operation.class)))
    ResponseEntity<Object> rotate(Caller caller, Asking asking) {
        return dispatch.once(caller, asking, new RotationErrand(keys), OPERATION);
    }
}
