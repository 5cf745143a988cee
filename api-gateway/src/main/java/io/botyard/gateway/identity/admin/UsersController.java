package io.botyard.gateway.identity.admin;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.EntityTags;
import io.botyard.gateway.access.Page;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts, for superadmins. */
@RestController
@RequestMapping(path = "/api/admin/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Superadmin")
class UsersController {

    private static final String OK = "200";
    private static final String STRING = "string";
    private static final String FOR_IF_MATCH = "For If-Match";

    private final Lookup lookup;
    private final Administration administration;

    UsersController(Lookup lookup, Administration administration) {
        this.lookup = lookup;
        this.administration = administration;
    }

    @GetMapping
    @Operation(summary = "Find accounts, newest first", operationId = "listUsers")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "the next_cursor of the part before",
            schema = @Schema(type = STRING, pattern = "^[A-Za-z0-9_-]{1,64}$"))
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = STRING,
                            allowableValues = {"user", "admin", "superadmin"}))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = STRING,
                            allowableValues = {"active", "suspended"}))
    @Parameter(
            name = "query",
            in = ParameterIn.QUERY,
            description = "part of an e-mail or username, or a user id",
            schema = @Schema(type = STRING, pattern = "^\\P{Cntrl}{1,254}$"))
    Page<UserAnswer> list(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        return lookup.find(caller, UserSearch.of(asked)).map(UserAnswer::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "An account", operationId = "viewUser")
    @ApiResponse(
            responseCode = OK,
            description = "As it is now",
            headers = @Header(name = HttpHeaders.ETAG, description = FOR_IF_MATCH, schema = @Schema(type = STRING)))
    ResponseEntity<UserAnswer> view(Caller caller, @PathVariable long id) {
        return answer(lookup.view(caller, user(id)).orElseThrow(() -> Rejection.of(ProblemCode.NOT_FOUND)));
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change an account's role or status", operationId = "changeUser")
    @ApiResponse(
            responseCode = OK,
            description = "As it is now",
            headers = @Header(name = HttpHeaders.ETAG, description = FOR_IF_MATCH, schema = @Schema(type = STRING)))
    ResponseEntity<UserAnswer> change(
            Caller caller,
            @PathVariable long id,
            @RequestBody UserChange body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        body.check();
        return answer(done(administration.perform(caller, user(id), new Act.Change(body), EntityTags.of(ifMatch))));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Delete an account: its bot is removed, its e-mail and name are erased",
            operationId = "deleteUser")
    @ApiResponse(responseCode = "204", description = "Deleted")
    ResponseEntity<Void> delete(
            Caller caller,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        done(administration.perform(caller, user(id), new Act.Deletion(), EntityTags.of(ifMatch)));
        return ResponseEntity.noContent().build();
    }

    private static UserId user(long id) {
        if (id <= 0) {
            throw Rejection.of(ProblemCode.NOT_FOUND);
        }
        return new UserId(id);
    }

    private static StoredUser done(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Done(StoredUser user) -> user;
            case Verdict.Refused(ProblemCode why) -> throw Rejection.of(why);
        };
    }

    private static ResponseEntity<UserAnswer> answer(StoredUser user) {
        return ResponseEntity.ok().eTag(user.tag()).body(UserAnswer.of(user));
    }
}
