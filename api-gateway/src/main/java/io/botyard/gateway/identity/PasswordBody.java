package io.botyard.gateway.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A new password, from somebody who knows the old one. */
record PasswordBody(
        @NotNull String currentPassword,

        @NotNull @Schema(minLength = RegisterBody.SHORTEST, maxLength = RegisterBody.LONGEST)
        String newPassword) {

    @Override
    public String toString() {
        return "PasswordBody[redacted]";
    }
}
