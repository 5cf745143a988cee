package io.botyard.gateway.operations;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where audit-service is.
 *
 * @param timeout for one answer; after it audit-service counts as away
 * @param verifyTimeout for one verification of the trail, which is read as a whole for it
 * @param exportTimeout for each next piece of an export
 */
@Validated
@ConfigurationProperties("botyard.audit-service")
record AuditServiceSettings(
        @NotNull URI url,
        @NotNull Duration timeout,
        @NotNull Duration verifyTimeout,
        @NotNull Duration exportTimeout) {}
