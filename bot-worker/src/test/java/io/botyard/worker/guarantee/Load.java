package io.botyard.worker.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.CommandId;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.command.VerifyBot.TestMessage;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotVerified;
import io.botyard.testkit.Commands;
import io.botyard.testkit.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Six bots with many calls and a few commands about themselves; what is asked for follows from the seed alone. */
final class Load {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int[] SHARES = {2, 3, 5, 6, 6, 6};

    /** Of a hundred times, and so many calls at once then. */
    private static final int RUSH = 3;

    private static final int RUSH_CALLS = 20;

    /** A control command, or two, at a part of the round's length. */
    private record Act(double at, List<ControlCommand> commands) {}

    private final Cluster cluster;
    private final Mailbox mailbox;
    private final TopicReader events;
    private final Clock clock = Clock.systemUTC();
    private final Commands commands = Commands.by(clock);
    private final Random random;
    private final Wishes wishes;
    private final List<Customer> customers;
    private @Nullable CommandId comesAgain;
    private Instant lastLook = Instant.MIN;

    Load(Cluster cluster, Mailbox mailbox, TopicReader events, long seed, long firstUser) {
        this.cluster = cluster;
        this.mailbox = mailbox;
        this.events = events;
        this.random = new Random(seed);
        this.wishes = new Wishes(random, commands);
        this.customers = List.of(
                new Customer(firstUser, "2", 10),
                new Customer(firstUser + 1, "5", 3),
                new Customer(firstUser + 2, "10", 2),
                new Customer(firstUser + 3, "20", 5),
                new Customer(firstUser + 4, "30", 10),
                new Customer(firstUser + 5, "20", 10));
    }

    List<Customer> customers() {
        return customers;
    }

    /** Returns when every bot may call. */
    void prepare() {
        for (var customer : customers) {
            var register = customer.register(commands, cluster);
            mailbox.send(register);
            customer.registered(
                    awaited(register.commandId(), BotRegistered.class).id());
        }
        for (var customer : customers) {
            var verify = commands.verifyBot(customer.user(), customer.row());
            mailbox.send(verify);
            awaited(verify.commandId(), BotVerified.class);
        }
    }

    void run(Duration length) {
        var acts = new ArrayList<>(acts());
        var start = clock.instant();
        var calls = length.dividedBy(BETWEEN_CALLS);
        for (var i = 0L; i < calls; i++) {
            waitUntil(start.plus(BETWEEN_CALLS.multipliedBy(i)));
            while (!acts.isEmpty() && acts.getFirst().at() * calls <= i) {
                acts.removeFirst().commands().forEach(mailbox::send);
            }
            lookForTheOneThatComesAgain();
            callNow();
        }
    }

    private void callNow() {
        var customer = anyOf(customers);
        var times = random.nextInt(100) < RUSH ? RUSH_CALLS : 1;
        for (var i = 0; i < times; i++) {
            wishes.trouble(customer).ifPresent(cluster.sandbox().faults()::add);
            var call = wishes.next(customer);
            mailbox.send(call);
            if (call.origin().keyed()) {
                mailbox.send(call);
            }
        }
    }

    private List<Act> acts() {
        var limited = customers.get(1);
        var tested = customers.get(2);
        var changing = customers.get(3);
        var suspended = customers.get(4);
        var removed = customers.get(5);
        var register = removed.register(commands, cluster);
        comesAgain = register.commandId();
        var test = new TestMessage("100", "a test message");
        return List.of(
                act(0.15, commands.changeRateLimits(changing.user(), changing.row(), "10", 3)),
                act(0.22, commands.suspendBot(suspended.user())),
                act(0.30, commands.overrideRateLimits(limited.user(), "4", 2)),
                act(0.40, commands.activateBot(suspended.user())),
                act(0.47, commands.removeBot(removed.user()), register),
                act(0.55, commands.verifyBot(tested.user(), tested.row(), test)),
                act(0.62, commands.changeRateLimits(changing.user(), changing.row(), "20", 5)),
                act(0.70, commands.suspendBot(suspended.user())),
                act(0.78, commands.accessBot(limited.user(), limited.row())),
                act(0.86, commands.activateBot(suspended.user())));
    }

    private Act act(double at, ControlCommand... asked) {
        return new Act(at + 0.06 * random.nextDouble() - 0.03, List.of(asked));
    }

    private Customer anyOf(List<Customer> some) {
        var place = random.nextInt(java.util.Arrays.stream(SHARES).sum());
        var index = 0;
        for (; place >= SHARES[index]; index++) {
            place -= SHARES[index];
        }
        return some.get(index);
    }

    /** Whether the bot that is removed and registered anew is there; to be asked until it is, for it is verified then. */
    boolean isEverybodyBack() {
        lookForTheOneThatComesAgain();
        return comesAgain == null;
    }

    private void lookForTheOneThatComesAgain() {
        var again = comesAgain;
        if (again == null || clock.instant().isBefore(lastLook.plus(BETWEEN_LOOKS))) {
            return;
        }
        lastLook = clock.instant();
        eventOf(again).ifPresent(event -> verifyAgain(expected(event, BotRegistered.class)));
    }

    private void verifyAgain(BotRegistered event) {
        var customer = customers.getLast();
        customer.registered(event.id());
        comesAgain = null;
        mailbox.send(commands.verifyBot(customer.user(), customer.row()));
    }

    private <E extends BotEvent> E awaited(CommandId command, Class<E> kind) {
        var event = await("the event of " + command)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> eventOf(command), Optional::isPresent)
                .orElseThrow();
        return expected(event, kind);
    }

    private Optional<BotEvent> eventOf(CommandId command) {
        return events.messages(BotEvent.class).stream()
                .filter(event -> event.head().commandId().equals(command))
                .findFirst();
    }

    /** Fails when the command came to something else, and says to what. */
    private static <E extends BotEvent> E expected(BotEvent event, Class<E> kind) {
        assertThat(event).isInstanceOf(kind);
        return kind.cast(event);
    }

    private void waitUntil(Instant moment) {
        for (var now = clock.instant(); now.isBefore(moment); now = clock.instant()) {
            LockSupport.parkNanos(Duration.between(now, moment).toNanos());
        }
    }
}
