package io.botyard.gateway.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to come in.
 *
 * @param rememberMe stays logged in for 30 days without use, instead of one
 */
record LoginBody(
        @NotNull @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*")
        String email,

        @NotNull String password,

        @Nullable Boolean rememberMe,

        @Nullable RefreshIn refreshIn) {

    boolean remember() {
        return Boolean.TRUE.equals(rememberMe);
    }

    RefreshIn where() {
        return refreshIn == null ? RefreshIn.BODY : refreshIn;
    }

    @Override
    public String toString() {
        return "LoginBody[redacted]";
    }
}
