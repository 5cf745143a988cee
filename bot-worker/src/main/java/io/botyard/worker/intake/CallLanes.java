package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.worker.call.Calls;
import io.botyard.worker.store.KeyedCalls;
import java.time.Clock;
import java.util.function.Consumer;

/** Calls of one chat go in order, one at a time; a call without a chat waits for none. */
final class CallLanes {

    private record Chat(UserId user, String name) {}

    private final Lanes<Chat> chats = new Lanes<>("chat");
    private final Lanes<CommandId> chatless = new Lanes<>("call");
    private final Calls calls;
    private final KeyedCalls keyed;
    private final Clock clock;

    CallLanes(Calls calls, KeyedCalls keyed, Clock clock) {
        this.calls = calls;
        this.keyed = keyed;
        this.clock = clock;
    }

    /** Carries the call out in its lane and says how that ended; a call that has ended before is done at once. */
    void submit(OwnedPartition owned, CallMethod call, long offset, Consumer<Endurance.End> ended) {
        if (owned.knowledge().hasEnded(call.commandId())) {
            ended.accept(Endurance.End.DONE);
            return;
        }
        Runnable work = () -> ended.accept(Endurance.carryOut(
                owned.lease(), () -> isRepeat(owned, call, offset) || carryOut(owned, call, offset)));
        var chat = call.chatId();
        if (chat == null) {
            chatless.submit(call.commandId(), work);
        } else {
            chats.submit(new Chat(call.userId(), chat), work);
        }
    }

    /** Of a call whose outcome is another record's to bring. */
    private boolean isRepeat(OwnedPartition owned, CallMethod call, long offset) {
        return call.origin().keyed() && keyed.isRepeat(owned.lease(), call.commandId(), offset);
    }

    private boolean carryOut(OwnedPartition owned, CallMethod call, long offset) {
        return calls.carryOut(call, owned.lease(), owned.knowledge().of(call.commandId(), offset, clock.instant()));
    }
}
