package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.secret.TokenKeys;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.store.KeyRotation;
import io.botyard.worker.store.KeyRotations;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Begins a rotation. The key itself is made after that is committed, by {@link Resealing}: so a command that is read
 * again makes no second one.
 */
@Component
final class RotateKeysHandler implements CommandHandler<RotateKeys> {

    private final KeyRotations rotations;
    private final TokenKeys keys;
    private final Clock clock;

    RotateKeysHandler(KeyRotations rotations, TokenKeys keys, Clock clock) {
        this.rotations = rotations;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Decision handle(RotateKeys command, Tenant tenant) {
        var last = rotations.latest();
        if (last.filter(KeyRotation::running).isPresent()) {
            return Decision.refused(RefusalCode.ROTATION_RUNNING, "A rotation is running; wait until it has ended.");
        }
        var version = keys.newest() + 1;
        if (last.filter(known -> known.version() >= version).isPresent()) {
            throw new IllegalStateException("keys are missing that this deployment had; put them back");
        }
        var started = new KeyRotationStarted(
                EventHead.of(command, "key_rotation_started", tenant.version(), clock.instant()), version);
        rotations.begin(command, started);
        return new Decision.Begun(started);
    }
}
