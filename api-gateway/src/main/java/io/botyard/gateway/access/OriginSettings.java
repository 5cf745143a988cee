package io.botyard.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where browsers find us.
 *
 * @param origins such as {@code https://botyard.example.org}; when there is none, the host that was asked is ours
 */
@ConfigurationProperties("botyard.gateway.web")
record OriginSettings(@Nullable List<String> origins) {

    List<String> known() {
        return origins == null ? List.of() : origins;
    }
}
