package io.botyard.worker.guarantee;

import io.botyard.contract.BotRowId;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.contract.command.Origin;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.Commands;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Which calls a round makes, and how Telegram takes them: the same for the same seed. */
final class Wishes {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int CHATS = 5;

    private final Random random;
    private final Commands plain;
    private final Commands keyed;

    Wishes(Random random, Commands commands) {
        this.random = random;
        this.plain = commands;
        this.keyed = commands.keyed();
    }

    /** One in ten comes with an idempotency key; all carry their own id where Telegram's ledger shows it. */
    CallMethod next(Customer customer) {
        var kind = random.nextInt(100);
        var one = random.nextInt(CHATS);
        var other = random.nextInt(CHATS);
        var chat = Integer.toString(100 + Math.min(one, other));
        if (kind < 52) {
            return call(plain, customer, "sendMessage", chat, OnUnknown.REPORT);
        } else if (kind < 62) {
            return call(keyed, customer, "sendMessage", chat, OnUnknown.REPORT);
        } else if (kind < 74) {
            return call(plain, customer, "sendMessage", chat, OnUnknown.RETRY);
        } else if (kind < 86) {
            return call(plain, customer, "sendChatAction", chat, OnUnknown.REPORT);
        } else if (kind < 94) {
            return call(plain, customer, "createInvoiceLink", null, OnUnknown.REPORT);
        }
        return call(plain, customer, "setMyShortDescription", null, OnUnknown.REPORT);
    }

    /** What Telegram does to one of the bot's next messages, now and then. */
    Optional<Fault> trouble(Customer customer) {
        var kind = random.nextInt(100);
        var delay = Duration.ofMillis(random.nextInt(20, 700));
        Fault fault;
        if (kind < 4) {
            fault = Fault.error(500);
        } else if (kind < 6) {
            fault = Fault.error(502).after(delay);
        } else if (kind < 8) {
            fault = Fault.tooManyRequests(1);
        } else if (kind < 10) {
            fault = Fault.droppedAfterReceipt().after(delay);
        } else if (kind < 35) {
            fault = Fault.delay(delay);
        } else {
            return Optional.empty();
        }
        return Optional.of(fault.forBot(customer.bot()).forMethod("sendMessage"));
    }

    private static CallMethod call(
            Commands commands, Customer customer, String method, @Nullable String chat, OnUnknown onUnknown) {
        Origin origin = commands.origin(customer.user());
        var id = origin.commandId();
        var target = chat == null ? "" : "\"chat_id\":\"" + chat + "\",\"action\":\"typing\",\"text\":\"m\",";
        return new CallMethod(
                origin,
                new BotRowId(customer.row()),
                method,
                chat,
                CallBody.json("{" + target + "\"" + History.MARK + "\":\"" + id + "\"}"),
                new CallOptions(Priority.INTERACTIVE, origin.acceptedAt().plus(LIFE), onUnknown));
    }
}
