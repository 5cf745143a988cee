package io.botyard.gateway.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a browser's request comes from a page of ours. */
@Component
public final class OwnOrigin {

    private static final String HTTPS = "https";

    private final OriginSettings settings;

    OwnOrigin(OriginSettings settings) {
        this.settings = settings;
    }

    /**
     * By the headers as they were sent.
     *
     * @param origin of {@code Origin}; without one it is nobody's page
     * @param host of {@code Host}
     */
    public boolean isOurs(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        return settings.known().isEmpty()
                ? authority(origin).filter(asked -> asked.equals(lower(host))).isPresent()
                : settings.known().stream().anyMatch(origin::equalsIgnoreCase);
    }

    /** Whether the operator says that browsers reach us over TLS, whatever it looks like from here. */
    public boolean isSecure() {
        return settings.known().stream().anyMatch(origin -> origin.startsWith(HTTPS));
    }

    private static Optional<String> authority(String origin) {
        try {
            var uri = new URI(origin);
            return uri.getScheme() == null ? Optional.empty() : Optional.ofNullable(lower(uri.getRawAuthority()));
        } catch (URISyntaxException notAnOrigin) {
            return Optional.empty();
        }
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
