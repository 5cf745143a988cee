package io.botyard.gateway.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who the first superadmin is to be. Where there is none yet, the gateway does not start without both. */
@ConfigurationProperties("botyard.gateway.first-admin")
record FirstAdminSettings(@Nullable String email, @Nullable String password) {

    Optional<FirstAdminSettings> complete() {
        return missing().isEmpty() ? Optional.of(this) : Optional.empty();
    }

    /** What an operator has to set. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (email == null || email.isBlank()) {
            missing.add("BOTYARD_ADMIN_EMAIL");
        }
        if (password == null || password.isBlank()) {
            missing.add("BOTYARD_ADMIN_PASSWORD");
        }
        return missing;
    }

    @Override
    public String toString() {
        return "FirstAdminSettings[redacted]";
    }
}
