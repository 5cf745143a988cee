package io.botyard.worker.guarantee;

import io.botyard.contract.BotRowId;
import io.botyard.contract.CommandId;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.contract.command.VerifyBot.TestMessage;
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.KeysRotated;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.Commands;
import java.time.Duration;

/** What a worker is doing when it ends or freezes. */
enum Deed {
    CALL("a call"),
    RETRIED_CALL("a call with on_unknown=retry"),
    KEYED_CALL("a call with an idempotency key"),
    PARKED_CALL("a call that Telegram tells to wait 7 s"),
    SUSPENSION("a suspension"),
    REGISTRATION("a registration"),
    LIMITS("a change of limits"),
    VERIFICATION("a verification with a test message"),
    REJECTION("a call that is answered with 401"),
    POISON("a call that cannot be read"),
    GATED_BOT("a call without a chat that Telegram tells to wait 60 s"),
    FULL_BACKLOG("the last call that may wait"),
    TAKEOVER("a takeover while a call is under way"),
    ROTATION("a rotation of keys");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What has to be so before it. */
    void prepare(Stage stage, Customer customer) {
        switch (this) {
            case REGISTRATION -> {
                // Nobody has a bot before they bring it.
            }
            case VERIFICATION -> stage.register(customer);
            case CALL, RETRIED_CALL, KEYED_CALL, SUSPENSION, LIMITS, POISON, ROTATION -> stage.verify(customer);
            case TAKEOVER -> {
                stage.verify(customer);
                stage.fault(Fault.hanging().forBot(customer.bot()).forMethod("sendMessage"));
            }
            case GATED_BOT -> {
                stage.verify(customer);
                stage.fault(Fault.tooManyRequests(60).forBot(customer.bot()).forMethod("setMyName"));
            }
            case FULL_BACKLOG -> {
                stage.verify(customer);
                stage.fault(Fault.tooManyRequests(45).forBot(customer.bot()).forMethod("sendMessage"));
                stage.fillBacklog(customer);
            }
            case PARKED_CALL -> {
                stage.verify(customer);
                stage.fault(Fault.tooManyRequests(7).forBot(customer.bot()).forMethod("sendMessage"));
            }
            case REJECTION -> {
                stage.verify(customer);
                stage.cluster().sandbox().revoke(customer.bot());
            }
        }
    }

    BotCommand command(Stage stage, Customer customer) {
        var commands = stage.commands();
        return switch (this) {
            case CALL, PARKED_CALL, REJECTION, POISON, FULL_BACKLOG, TAKEOVER ->
                call(commands, customer, OnUnknown.REPORT);
            case RETRIED_CALL -> call(commands, customer, OnUnknown.RETRY);
            case KEYED_CALL -> call(commands.keyed(), customer, OnUnknown.REPORT);
            case GATED_BOT -> withoutChat(commands, customer);
            case ROTATION -> commands.rotateKeys();
            case SUSPENSION -> commands.suspendBot(customer.user());
            case REGISTRATION -> customer.register(commands, stage.cluster());
            case LIMITS -> commands.changeRateLimits(customer.user(), customer.row(), "7", 7);
            case VERIFICATION ->
                commands.verifyBot(customer.user(), customer.row(), new TestMessage("42", "a test message"));
        };
    }

    /** The call whose outcome tells how it went, if there is one. */
    boolean ends(Stage stage, CommandId command) {
        return switch (this) {
            case CALL, RETRIED_CALL, KEYED_CALL, PARKED_CALL, REJECTION, POISON, TAKEOVER ->
                !stage.outcomesOf(command).isEmpty();
            case SUSPENSION, REGISTRATION, LIMITS -> !stage.eventsOf(command).isEmpty();
            case GATED_BOT ->
                !stage.outcomesOf(command).isEmpty()
                        && stage.cluster()
                                .value("select count(*) from bots.gate where command_id = '" + command.value() + "'")
                                .equals("0");
            case FULL_BACKLOG ->
                !stage.outcomesOf(command).isEmpty()
                        && stage.eventsOf(command).stream().anyMatch(BotBacklogDrained.class::isInstance);
            case ROTATION -> stage.eventsOf(command).stream().anyMatch(KeysRotated.class::isInstance);
            case VERIFICATION ->
                !stage.eventsOf(command).isEmpty()
                        && !stage.outcomesOf(command.derived("test_message")).isEmpty();
        };
    }

    /** Accepts it as a gateway does. */
    void send(Stage stage, BotCommand command) {
        if (this == POISON) {
            stage.sendUnreadable((CallMethod) command);
        } else {
            stage.send(command);
        }
    }

    private static CallMethod withoutChat(Commands commands, Customer customer) {
        return commands.callMethod(customer.user(), customer.row(), "setMyName", null, "{\"name\":\"n\"}");
    }

    private static CallMethod call(Commands commands, Customer customer, OnUnknown onUnknown) {
        var origin = commands.origin(customer.user());
        return new CallMethod(
                origin,
                new BotRowId(customer.row()),
                "sendMessage",
                "42",
                CallBody.json("{\"chat_id\":\"42\",\"text\":\"m\"}"),
                new CallOptions(Priority.INTERACTIVE, origin.acceptedAt().plus(Duration.ofHours(1)), onUnknown));
    }
}
