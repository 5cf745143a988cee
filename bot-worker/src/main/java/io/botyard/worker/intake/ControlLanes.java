package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.tracing.Tracing;
import io.botyard.worker.bot.Answered;
import io.botyard.worker.bot.Identification;
import io.botyard.worker.call.CallJournal;
import io.botyard.worker.call.Verification;
import io.botyard.worker.control.Control;
import io.botyard.worker.intake.Endurance.End;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.Outbox;
import io.botyard.worker.store.OutboxEntry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Control commands of one user go one at a time, and the lane never waits for Telegram. */
final class ControlLanes {

    private static final int MOST_UNDER_WAY = 20;

    private final Map<UserId, Integer> underWay = new ConcurrentHashMap<>();
    private final Lanes<CommandId> refusals;
    private final Lanes<UserId> lanes;
    private final Latecomers latecomers;
    private final Lanes<UserId> verifications;
    private final Lanes<CommandId> looks;
    private final Tracing tracing;
    private final Control control;
    private final Verification verification;
    private final CallJournal journal;
    private final CallLanes calls;
    private final Outbox outbox;
    private final Claims claims;

    ControlLanes(
            Control control,
            Verification verification,
            CallJournal journal,
            CallLanes calls,
            Outbox outbox,
            Claims claims,
            Tracing tracing) {
        this.tracing = tracing;
        this.refusals = new Lanes<>("refusal", tracing);
        this.lanes = new Lanes<>("control", tracing);
        this.latecomers = new Latecomers(lanes);
        this.verifications = new Lanes<>("verify", tracing);
        this.looks = new Lanes<>("access", tracing);
        this.control = control;
        this.verification = verification;
        this.journal = journal;
        this.calls = calls;
        this.outbox = outbox;
        this.claims = claims;
    }

    /** Verifications of a user go one at a time; an admin's look waits for none of them. */
    private void askLater(ControlCommand command, Runnable question) {
        if (command instanceof AccessBot) {
            looks.submit(command.commandId(), question);
        } else {
            verifications.submit(command.userId(), question);
        }
    }

    /**
     * Of a user's own commands a bounded number is under way; what comes on top is turned down at once, a registration by
     * whether there is a bot once those are done.
     */
    void submit(OwnedPartition owned, ControlCommand command, long offset, Consumer<End> ended) {
        if (command.origin().actor().role() != Role.USER) {
            step(owned, command, offset, ended, () -> control.carryOut(owned.lease(), command));
            return;
        }
        var user = command.userId();
        if (underWay.merge(user, 1, Integer::sum) > MOST_UNDER_WAY) {
            left(user);
            Runnable refusal = () -> refusals.submit(command.commandId(), () -> ended.accept(refuse(owned, command)));
            if (command instanceof RegisterBot) {
                latecomers.add(user, tracing.carried(refusal));
            } else {
                refusal.run();
            }
            return;
        }
        Consumer<End> over = end -> {
            left(user);
            ended.accept(end);
        };
        step(owned, command, offset, over, () -> control.carryOut(owned.lease(), command));
    }

    private void left(UserId user) {
        underWay.computeIfPresent(user, (_, many) -> many == 1 ? null : many - 1);
    }

    private End refuse(OwnedPartition owned, ControlCommand command) {
        return inOrder(owned.lease(), () -> told(owned, control.refuse(owned.lease(), command)));
    }

    /** Nothing begins once the lease has ended: what came before may have been given up, and comes again. */
    private static End inOrder(Lease lease, Callable<Boolean> work) {
        return lease.ending() ? End.ABANDONED : Endurance.carryOut(lease, work);
    }

    private boolean told(OwnedPartition owned, Change change) {
        return switch (change) {
            case Change.Kept(var _, var told) -> journal.tell(owned.lease(), told);
            case Change.Nothing(var _, var untold) -> untold.isEmpty() || journal.tell(owned.lease(), untold.get());
            case Change.AskTelegram() -> true;
        };
    }

    private void step(
            OwnedPartition owned, ControlCommand command, long offset, Consumer<End> ended, Callable<Change> carryOut) {
        lanes.submit(command.userId(), () -> {
            try (var _ = LogIds.of(command)) {
                var next = new After(owned, command, offset, ended);
                var end = inOrder(owned.lease(), () -> next.follow(carryOut.call()));
                if (end != End.DONE || !next.goesOn) {
                    ended.accept(end);
                }
            }
        });
    }

    /** What follows in the lane once a step is committed. */
    private final class After {

        private final OwnedPartition owned;
        private final ControlCommand command;
        private final long offset;
        private final Consumer<End> ended;
        private boolean goesOn;

        private After(OwnedPartition owned, ControlCommand command, long offset, Consumer<End> ended) {
            this.owned = owned;
            this.command = command;
            this.offset = offset;
            this.ended = ended;
        }

        private boolean follow(Change change) {
            return switch (change) {
                case Change.AskTelegram() -> {
                    goesOn = true;
                    askLater(command, this::ask);
                    yield true;
                }
                case Change.Kept(var _, var told) -> tell(told);
                case Change.Nothing(var _, var untold) -> untold.isEmpty() ? done() : tell(untold.get());
            };
        }

        private boolean tell(OutboxEntry told) {
            return journal.tell(owned.lease(), told) && done();
        }

        private boolean done() {
            if (command instanceof VerifyBot verify) {
                sendTestMessage(verify);
            }
            return true;
        }

        /** Decides anew without an answer when the bot is gone or no longer what it was. */
        private void ask() {
            var end = withIds(() -> {
                var answer = answer();
                step(
                        owned,
                        command,
                        offset,
                        ended,
                        () -> answer.isPresent()
                                ? control.answered(owned.lease(), command, answer.get())
                                : control.carryOut(owned.lease(), command));
                return true;
            });
            if (end != End.DONE) {
                ended.accept(end);
            }
        }

        private End withIds(Callable<Boolean> work) {
            try (var _ = LogIds.of(command)) {
                return Endurance.carryOut(owned.lease(), work);
            }
        }

        private Optional<Answered> answer() {
            if (command instanceof AccessBot) {
                return verification.evenSuspended(command.userId());
            }
            var answer = verification.of(command.userId());
            if (answer.isPresent() && answer.get().said() instanceof Identification.Known(var profile, var _)) {
                claims.contest(owned.lease(), command, profile.id());
            }
            return answer;
        }

        /** Also when the command is read again: its own journal knows whether the message was sent. */
        private void sendTestMessage(VerifyBot verify) {
            var message = verify.testMessage();
            if (message != null && outbox.contains(EventId.of(verify.commandId(), "bot_verified"))) {
                goesOn = true;
                calls.submit(owned, TestCall.of(verify, message), offset, CallLanes.AHEAD, ended);
            }
        }
    }
}
