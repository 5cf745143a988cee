package io.botyard.gateway.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who wants an account. */
record RegisterBody(
        @NotNull @Email(regexp = RegisterBody.EMAIL) @Size(min = 3, max = 254)
        String email,

        @NotNull @Size(min = 3, max = 50) @Pattern(regexp = "[A-Za-z0-9_.-]*") @NotReserved
        String username,

        @NotNull @Size(min = 12, max = 128) String password) {

    /** One mailbox, no spaces, and nothing invisible. */
    static final String EMAIL = "[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+";

    @Override
    public String toString() {
        return "RegisterBody[redacted]";
    }
}
