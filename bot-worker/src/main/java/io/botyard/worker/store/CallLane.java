package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import org.jspecify.annotations.Nullable;

/**
 * What a call queues in: its chat's lane, or one of its own where it has no chat.
 *
 * @param alone the only call there ever is in it; none in a chat's lane
 */
public record CallLane(
        UserId user, @Nullable String chat, @Nullable CommandId alone) {

    public static CallLane of(CallMethod call) {
        var chat = call.chatId();
        return new CallLane(call.userId(), chat, chat == null ? call.commandId() : null);
    }
}
