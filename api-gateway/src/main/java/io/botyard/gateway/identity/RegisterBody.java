package io.botyard.gateway.identity;

import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who wants an account. */
public record RegisterBody(
        @NotNull @Email(regexp = RegisterBody.EMAIL) @Size(min = 3, max = 254)
        String email,

        @NotNull @Size(min = 3, max = 50) @Pattern(regexp = "[A-Za-z0-9_.-]*") @NotReserved
        String username,

        @NotNull @Schema(minLength = RegisterBody.SHORTEST, maxLength = RegisterBody.LONGEST)
        String password) {

    /** One mailbox, no spaces, and nothing invisible. */
    static final String EMAIL = "[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+";

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** Checked here, because what a validator finds wrong ends in the frameworks' logs. */
    public static void checkPassword(String field, String password) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Rejection.invalid(field, "length", "is " + SHORTEST + " to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "RegisterBody[redacted]";
    }
}
