package io.botyard.gateway.identity;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What one guess at a password costs.
 *
 * @param memoryKib of Argon2id, in KiB
 */
@Validated
@ConfigurationProperties("botyard.gateway.passwords")
record PasswordSettings(@Min(64) int memoryKib, @Min(1) int iterations) {}
