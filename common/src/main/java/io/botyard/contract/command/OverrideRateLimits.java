package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.Ceilings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Set an admin's ceilings for a user; what is null stays as it is.
 *
 * @param lifted ceilings to take away
 * @param ifVersion the bot's version that the admin has seen, when it must not be another
 */
public record OverrideRateLimits(
        @JsonUnwrapped Origin origin,
        Ceilings ceilings,
        Set<Ceilings.Field> lifted,
        @Nullable Long ifVersion) implements ControlCommand {}
