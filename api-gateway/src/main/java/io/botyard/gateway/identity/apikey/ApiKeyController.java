package io.botyard.gateway.identity.apikey;

import io.botyard.contract.ApiKeyId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.IdPaging;
import io.botyard.gateway.access.Page;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's API keys. No key makes, sees or revokes another: that takes a session. */
@RestController
@RequestMapping(path = "/api/auth/api-keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "API keys")
class ApiKeyController {

    private final KeyRing ring;
    private final ApiKeys keys;

    ApiKeyController(KeyRing ring, ApiKeys keys) {
        this.ring = ring;
        this.keys = keys;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make an API key; it is shown this once", operationId = "createApiKey")
    @ApiResponse(responseCode = "201", description = "Made")
    ResponseEntity<ApiKeyAnswer> create(Caller caller, @Valid @RequestBody ApiKeyBody body) {
        return switch (ring.create(caller, body)) {
            case Creation.Created(ApiKey key, String secret) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(ApiKeyAnswer.of(key, secret));
            case Creation.Limit() -> throw Rejection.of(ProblemCode.API_KEY_LIMIT);
        };
    }

    @GetMapping
    @Operation(summary = "Your API keys", operationId = "apiKeys")
    Page<ApiKeyAnswer> list(
            Caller caller,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    String cursor) {
        var paging = IdPaging.of(limit, cursor);
        var read = keys.of(caller.user(), paging.after(), paging.read());
        return Page.of(read, paging.limit(), key -> key.id().toString()).map(ApiKeyAnswer::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API key", operationId = "revokeApiKey")
    void revoke(Caller caller, @PathVariable String id) {
        if (!ring.revoke(caller, new ApiKeyId(IdPaging.id(id)))) {
            throw Rejection.of(ProblemCode.NOT_FOUND);
        }
    }
}
