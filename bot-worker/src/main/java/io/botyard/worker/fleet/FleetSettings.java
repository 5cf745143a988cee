package io.botyard.worker.fleet;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many bots stay in memory, and for how long.
 *
 * @param maxResident 1 or more
 * @param idle after which a bot that is not used leaves the memory
 * @param loads how many bots are read from the database at once; fewer than it has connections, or all else waits
 */
@Validated
@ConfigurationProperties("botyard.worker.fleet")
record FleetSettings(
        @DefaultValue("100000") @Min(1) int maxResident,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("6") @Min(1) int loads) {}
