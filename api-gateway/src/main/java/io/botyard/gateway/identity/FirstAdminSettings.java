package io.botyard.gateway.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who the first superadmin is to be; without both, none is made. */
@ConfigurationProperties("botyard.gateway.first-admin")
record FirstAdminSettings(@Nullable String email, @Nullable String password) {

    Optional<FirstAdminSettings> complete() {
        return email == null || email.isBlank() || password == null || password.isBlank()
                ? Optional.empty()
                : Optional.of(this);
    }

    @Override
    public String toString() {
        return "FirstAdminSettings[redacted]";
    }
}
