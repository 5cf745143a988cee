package io.botyard.gateway.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be called from now on; what is absent stays. */
record ProfileBody(
        @Nullable @Email(regexp = RegisterBody.EMAIL) @Size(min = 3, max = 254)
        String email,

        @Nullable @Size(min = 3, max = 50) @Pattern(regexp = "[A-Za-z0-9_.-]*") @NotReserved
        String username) {

    @Override
    public String toString() {
        return "ProfileBody[redacted]";
    }
}
