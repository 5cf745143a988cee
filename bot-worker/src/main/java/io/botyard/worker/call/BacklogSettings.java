package io.botyard.worker.call;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many calls of one bot may wait.
 *
 * @param inMemory at most; those that come on top are set aside in Postgres. Bulk calls take three quarters of it
 * @param parked at most, in Postgres; those that come on top are refused with {@code backlog_full}
 */
@Validated
@ConfigurationProperties("botyard.worker.backlog")
public record BacklogSettings(
        @DefaultValue("256") @Min(4) int inMemory,
        @DefaultValue("10000") @Min(1) int parked) {

    int inMemory(boolean interactive) {
        return interactive ? inMemory : inMemory - inMemory / 4;
    }

    /** Gateways take calls again from here on. */
    int drained() {
        return parked - Math.max(1, parked / 10);
    }
}
