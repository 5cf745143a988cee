package io.botyard.worker.guarantee;

import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.BotCommand;
import io.botyard.testkit.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One victim, which owns everything when it comes to its step, or takes it over then; and the heir after it. */
final class Solo implements AutoCloseable {

    private static final String HEIR = "heir";
    private static final String VICTIM = "victim";

    private final Path directory;
    private final Cluster cluster;
    private final Stage stage;
    private Trial trial = Trial.ended(Deed.CALL, Step.BEFORE_INTENT);
    private int trials;

    Solo(Path directory) {
        this.directory = directory;
        this.cluster = new Cluster(directory, List.of(member(HEIR), member(VICTIM)));
        this.stage = new Stage(cluster);
    }

    /** What is to be seen of it. */
    String play(Trial next) throws Exception {
        trial = next;
        trials++;
        heir().end();
        victim().end();
        try {
            return trial.deed() == Deed.TAKEOVER ? takeover() : ownDeed();
        } finally {
            victim().end();
        }
    }

    private String takeover() throws Exception {
        heir().start();
        victim().start();
        cluster.awaitShared(2);
        var customer = prepared(HEIR);
        var command = trial.deed().command(stage, customer);
        stage.send(command);
        await().atMost(Stage.PATIENCE).until(() -> stage.asked(customer) == 1);
        Files.createFile(armed(VICTIM));
        heir().kill();
        return seen(customer, command);
    }

    private String ownDeed() throws Exception {
        victim().start();
        cluster.awaitShared(1);
        var customer = prepared(VICTIM);
        Files.createFile(armed(VICTIM));
        var command = trial.deed().command(stage, customer);
        stage.send(command);
        return seen(customer, command);
    }

    private Customer prepared(String owner) {
        var customer = stage.customerOf(owner);
        trial.deed().prepare(stage, customer);
        return customer;
    }

    private String seen(Customer customer, BotCommand command) throws Exception {
        await(trial + " springs its trap")
                .atMost(Stage.PATIENCE)
                .until(() -> trial.frozen() ? victim().frozen() : victim().ended());
        heir().start();
        cluster.awaitShared(1);
        await(trial + " comes to an end")
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> trial.deed().ends(stage, command.commandId()));
        if (trial.frozen()) {
            victim().thaw();
            cluster.awaitShared(2);
            await().pollDelay(Troupe.LAST_WORDS).until(() -> true);
        }
        stage.awaitTold();
        return trial.observed(stage, customer, command.commandId());
    }

    private ServiceProcess heir() {
        return cluster.worker(0);
    }

    private ServiceProcess victim() {
        return cluster.worker(1);
    }

    /** The heir is never armed: its name is all that it needs. */
    private Cluster.Member member(String name) {
        return new Cluster.Member(
                TrappedWorker.class,
                () -> Map.of(
                        TrappedWorker.NAME, name,
                        TrappedWorker.STEP, trial.step(),
                        TrappedWorker.FREEZES, trial.frozen(),
                        TrappedWorker.ARMED, armed(name)));
    }

    private Path armed(String name) {
        return directory.resolve("armed-" + trials + "-" + name);
    }

    @Override
    public void close() {
        stage.close();
        cluster.close();
    }
}
