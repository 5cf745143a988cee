package io.botyard.gateway.commands;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How commands are handed to Kafka.
 *
 * @param acknowledgeWithin how long a request waits for Kafka to have its command
 */
@Validated
@ConfigurationProperties("botyard.gateway.commands")
record CommandsSettings(@NotNull Duration acknowledgeWithin) {}
