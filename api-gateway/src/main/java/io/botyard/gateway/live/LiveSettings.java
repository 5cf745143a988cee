package io.botyard.gateway.live;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of live.
 *
 * @param allowedOrigins whose pages may open a socket besides our own, such as {@code https://app.example.org}
 * @param firstFrameWithin how long a socket may stay silent about who it is
 * @param pingEvery how often a socket is pinged; one that says nothing for three times as long is dropped
 * @param sendWithin how long one frame may take to leave
 * @param waiting how many frames wait for a slow reader at most
 * @param perUser open sockets of one user on this gateway
 * @param unauthenticatedPerAddress open sockets of one address that have not said who they are
 * @param watched bots that one socket watches at once
 */
@Validated
@ConfigurationProperties("botyard.gateway.live")
record LiveSettings(
        @Nullable List<String> allowedOrigins,
        @NotNull Duration firstFrameWithin,
        @NotNull Duration pingEvery,
        @NotNull Duration sendWithin,
        @Min(1) int waiting,
        @Min(1) int perUser,
        @Min(1) int unauthenticatedPerAddress,
        @Min(1) int watched) {

    List<String> origins() {
        return allowedOrigins == null ? List.of() : allowedOrigins;
    }
}
