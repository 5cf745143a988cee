package io.botyard.audit.entry.proof;

import io.botyard.contract.UserId;
import org.jspecify.annotations.Nullable;

/** Verifies the trails of this deployment, against the seals of this deployment. */
public interface Verifications {
    /**
     * Takes as long as reading the trail takes; one runs at a time.
     *
     * @param user whose trail; none: everybody's
     * @throws CannotVerify when a part that is needed is away, or another verification runs
     */
    Report of(@Nullable UserId user);
}
