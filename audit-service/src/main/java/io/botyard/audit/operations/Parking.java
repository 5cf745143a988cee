package io.botyard.audit.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallParked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call waits in the worker's database. */
record Parking(CommandId id, UserId userId, String kind, String method, int attempts, Instant at, Instant notBefore)
        implements News {
    static Parking of(CallParked parked) {
        var head = parked.head();
        var call = parked.call();
        return new Parking(
                head.commandId(),
                head.userId(),
                Message.kindOf(CallMethod.class),
                Acceptance.method(call.method()),
                call.attempts(),
                head.at(),
                parked.notBefore());
    }

    @Override
    public Operation appliedTo(@Nullable Operation known) {
        return known == null ? Operation.of(this) : known.parked(this);
    }
}
