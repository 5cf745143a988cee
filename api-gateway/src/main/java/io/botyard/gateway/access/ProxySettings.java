package io.botyard.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Who may say whom a request comes from.
 *
 * @param trusted addresses and networks such as {@code 10.0.0.0/8}, whose {@code X-Forwarded-For} is believed
 */
@ConfigurationProperties("botyard.gateway.proxies")
record ProxySettings(@Nullable List<String> trusted) {

    List<IpAddressMatcher> networks() {
        return trusted == null
                ? List.of()
                : trusted.stream()
                        .map(String::strip)
                        .map(ProxySettings::network)
                        .toList();
    }

    private static IpAddressMatcher network(String written) {
        try {
            return new IpAddressMatcher(written);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "BOTYARD_GATEWAY_TRUSTED_PROXIES: " + written + " is not an address or a network", unreadable);
        }
    }
}
