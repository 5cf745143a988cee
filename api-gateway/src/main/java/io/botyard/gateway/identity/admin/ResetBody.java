package io.botyard.gateway.identity.admin;

import io.botyard.gateway.identity.RegisterBody;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A new password, from somebody to whom a superadmin gave a token. */
record ResetBody(
        @NotNull String token,

        @NotNull @Schema(minLength = RegisterBody.SHORTEST, maxLength = RegisterBody.LONGEST)
        String newPassword) {

    @Override
    public String toString() {
        return "ResetBody[redacted]";
    }
}
