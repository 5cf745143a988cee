package io.botyard.standalone;

import java.util.Map;
import java.util.Optional;

/** Who the first superadmin shall be, as far as the operator says; what is left open is made up. */
public record AdminWish(Optional<String> email, Optional<String> password) {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    public AdminWish {
        if (email.filter(text -> !text.matches("[^@\\s]+@[^@\\s]+")).isPresent()) {
            throw new Refused("BOTYARD_ADMIN_EMAIL must be an e-mail address.");
        }
        if (password.filter(text -> text.length() < SHORTEST || text.length() > LONGEST)
                .isPresent()) {
            throw new Refused("BOTYARD_ADMIN_PASSWORD must have " + SHORTEST + " to " + LONGEST + " characters.");
        }
    }

    static AdminWish none() {
        return new AdminWish(Optional.empty(), Optional.empty());
    }

    static AdminWish of(Map<String, String> environment) {
        return new AdminWish(said(environment, "BOTYARD_ADMIN_EMAIL"), said(environment, "BOTYARD_ADMIN_PASSWORD"));
    }

    private static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "AdminWish[redacted]";
    }
}
