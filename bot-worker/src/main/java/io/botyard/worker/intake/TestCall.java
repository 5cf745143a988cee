package io.botyard.worker.intake;

import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.wire.WireJson;
import java.time.Duration;
import java.util.Map;

/** The message that shows users their bot at work, as the call that it is. */
final class TestCall {

    /** It is of use while its user is looking. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private TestCall() {}

    static CallMethod of(VerifyBot verify, VerifyBot.TestMessage message) {
        var origin = verify.origin();
        return new CallMethod(
                new Origin(
                        origin.commandId().derived("test_message"),
                        origin.userId(),
                        origin.actor(),
                        origin.requestId(),
                        origin.acceptedAt(),
                        origin.replyTo(),
                        origin.keyed()),
                verify.id(),
                "sendMessage",
                message.chatId(),
                CallBody.json(WireJson.mapper()
                        .writeValueAsString(Map.of("chat_id", message.chatId(), "text", message.text()))),
                new CallOptions(Priority.INTERACTIVE, origin.acceptedAt().plus(LIFE), OnUnknown.REPORT));
    }
}
