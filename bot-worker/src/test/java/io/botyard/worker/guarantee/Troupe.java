package io.botyard.worker.guarantee;

import static org.awaitility.Awaitility.await;

import io.botyard.contract.CommandId;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.ServiceProcess;
import io.botyard.worker.WorkerApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An heir and some victims. Each victim comes to a step and ends or freezes there; the heir goes on with its users. */
final class Troupe implements AutoCloseable {

    static final int VICTIMS = 8;

    /** So many calls of a bot may be set aside, which is few, so that some come to it. */
    static final int PARKED = 40;

    private static final String BACKLOG = "botyard.worker.backlog.parked";

    private static final int HEIR = 0;
    /** What one that wakes still has to say is said by then. */
    static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** What one victim is there for. */
    private record Role(ServiceProcess victim, Trial trial, Customer customer, CommandId command) {}

    /**
     * What came of a trial.
     *
     * @param sprung when the victim was seen to have ended or frozen
     */
    record Played(Customer customer, CommandId command, Instant sprung, String observed) {}

    private final Path directory;
    private final Cluster cluster;
    private final Stage stage;
    private final List<Trial> trials = new ArrayList<>();
    private int scenes;

    Troupe(Path directory) {
        this.directory = directory;
        this.cluster = new Cluster(
                directory,
                Stream.concat(
                                Stream.of(new Cluster.Member(WorkerApplication.class, () -> Map.of(BACKLOG, PARKED))),
                                IntStream.range(0, VICTIMS)
                                        .mapToObj(index ->
                                                new Cluster.Member(TrappedWorker.class, () -> settings(index))))
                        .toList());
        this.stage = new Stage(cluster);
        cluster.worker(HEIR).start();
    }

    Stage stage() {
        return stage;
    }

    /** Plays these trials at once, at most one for each victim, and says what was to be seen of each. */
    List<Played> play(List<Trial> next) {
        cluster.awaitShared(1);
        scenes++;
        trials.clear();
        trials.addAll(next);
        var victims = IntStream.range(0, next.size())
                .mapToObj(index -> cluster.worker(index + 1))
                .toList();
        victims.forEach(ServiceProcess::start);
        cluster.awaitShared(victims.size() + 1);
        try {
            var customers =
                    IntStream.range(0, next.size()).mapToObj(this::prepare).toList();
            // At once from here on: who still waits for its step must not become the heir of one that has ended.
            var roles = new ArrayList<Role>();
            for (var index = 0; index < next.size(); index++) {
                roles.add(begin(index, victims.get(index), customers.get(index)));
            }
            roles.forEach(this::awaitSprung);
            var sprung = Clock.systemUTC().instant();
            cluster.awaitShared(1);
            roles.forEach(this::awaitEnd);
            stage.awaitTold();
            var frozen = roles.stream().filter(role -> role.trial().frozen()).toList();
            frozen.forEach(role -> role.victim().thaw());
            cluster.awaitShared(1 + frozen.size());
            await().pollDelay(frozen.isEmpty() ? Duration.ZERO : LAST_WORDS).until(() -> true);
            return roles.stream()
                    .map(role -> new Played(
                            role.customer(),
                            role.command(),
                            sprung,
                            role.trial().observed(stage, role.customer(), role.command())))
                    .toList();
        } finally {
            victims.forEach(ServiceProcess::end);
        }
    }

    /** Everything is as it should be before the trap is armed. */
    private Customer prepare(int index) {
        var customer = stage.customerOf(name(index));
        trials.get(index).deed().prepare(stage, customer);
        return customer;
    }

    private Role begin(int index, ServiceProcess victim, Customer customer) {
        var trial = trials.get(index);
        if (trial.step() == Step.WHILE_ASKED) {
            stage.fault(Fault.hanging().forBot(customer.bot()).forMethod("sendMessage"));
        }
        arm(index);
        var command = trial.deed().command(stage, customer);
        trial.deed().send(stage, command);
        if (trial.step() == Step.WHILE_ASKED) {
            await().atMost(Stage.PATIENCE).until(() -> stage.asked(customer) > 0);
            if (trial.frozen()) {
                victim.freeze();
            } else {
                victim.kill();
            }
        }
        return new Role(victim, trial, customer, command.commandId());
    }

    private void awaitSprung(Role role) {
        await(role.trial() + " springs its trap")
                .atMost(Stage.PATIENCE)
                .until(() -> role.trial().frozen()
                        ? role.victim().frozen()
                        : role.victim().ended());
    }

    private void awaitEnd(Role role) {
        await(role.trial() + " comes to an end")
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> role.trial().deed().ends(stage, role.command()));
    }

    private Map<String, Object> settings(int index) {
        var trial = trials.get(index);
        return Map.of(
                BACKLOG,
                PARKED,
                TrappedWorker.NAME,
                name(index),
                TrappedWorker.STEP,
                trial.step(),
                TrappedWorker.FREEZES,
                trial.frozen(),
                TrappedWorker.ARMED,
                armed(index));
    }

    private static String name(int index) {
        return "victim-" + index;
    }

    private Path armed(int index) {
        return directory.resolve("armed-" + scenes + "-" + index);
    }

    private void arm(int index) {
        try {
            Files.createFile(armed(index));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stage.close();
        cluster.close();
    }
}
