package io.botyard.gateway.bots;

import io.botyard.contract.BotProfile;
import io.botyard.contract.CommandId;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.wire.WireJson;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.VerifyAnswer.TestSent;
import io.botyard.gateway.bots.dispatch.KnownOperation;
import io.botyard.gateway.bots.dispatch.KnownOperations;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.dispatch.Retelling;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A verification told of again, with what became of its test message if it had one. */
final class VerifyRetelling implements Retelling {

    private final boolean withTest;
    private final WhichTelegram telegram;

    VerifyRetelling(boolean withTest, WhichTelegram telegram) {
        this.withTest = withTest;
        this.telegram = telegram;
    }

    @Override
    public Optional<Reply> of(Caller caller, KnownOperation operation, KnownOperations known) {
        var result = operation.done();
        if (!result.path("success").asBoolean(false)) {
            return Optional.of(Reply.ok(VerifyAnswer.failed(
                    result.path("message").asString(""),
                    WireJson.mapper().convertValue(result.path("reason"), VerificationFailure.class),
                    telegram)));
        }
        var profile = WireJson.mapper().convertValue(result.path("bot_info"), BotProfile.class);
        if (!withTest) {
            return Optional.of(Reply.ok(VerifyAnswer.verified(profile, Optional.empty(), telegram)));
        }
        return known.of(caller, id(operation).derived(VerifyErrand.TEST))
                .filter(KnownOperation::finished)
                .map(test -> Reply.ok(VerifyAnswer.verified(profile, Optional.of(sent(test.json())), telegram)));
    }

    private static CommandId id(KnownOperation operation) {
        return new CommandId(
                UUID.fromString(operation.json().path("operation_id").asString()));
    }

    private static TestSent sent(JsonNode test) {
        var id = test.at("/result/message_id").asLongOpt();
        return test.path("status").asString("").equals("succeeded")
                ? new TestSent(true, id.isPresent() ? (Long) id.getAsLong() : null, null)
                : new TestSent(
                        false,
                        null,
                        test.at("/error/telegram/description")
                                .asString(test.at("/error/message").asString("")));
    }
}
