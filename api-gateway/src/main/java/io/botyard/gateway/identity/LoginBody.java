package io.botyard.gateway.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who wants to come in. */
record LoginBody(
        @NotNull @Size(max = 254) @Pattern(regexp = "\\P{Cc}*")
        String email,

        @NotNull String password) {

    @Override
    public String toString() {
        return "LoginBody[redacted]";
    }
}
