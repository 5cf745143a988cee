package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.CommandId;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import io.botyard.secret.SecretUnreadable;
import io.botyard.secret.TokenCipher;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 10 at full size: every row is sealed anew while bots send and a worker is killed in the middle. */
@Tag("endurance")
class RotationTest {

    private static final int ROWS = Integer.getInteger("rotation.rows", 100_000);
    private static final long SENDERS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String INSERT =
            "insert into bots.bot (id, user_id, bot_id, token, key_version, status, is_verified, max_requests_per_second,"
                    + " max_concurrent_requests, version, created_at, updated_at)"
                    + " values (nextval('bots.bot_ids'), ?, ?, ?, 1, 'active', true, 30, 10, 1, now(), now())";

    @TempDir
    private Path directory;

    @Test
    void rule10EveryRowIsSealedAnewUnderTrafficThroughAKillAndTheOldKeyOpensNothingThen() throws Exception {
        try (var vault = WorkersVault.in(directory);
                var rig = new WorkerRig(directory)) {
            var arguments = vault.arguments("worker", "operator");
            var sealer = vault.sealer("worker", "operator");
            var first = rig.startWorkerProcess(arguments);
            var rows = LongStream.rangeClosed(1, SENDERS)
                    .map(user -> vault.verified(rig, sealer, user))
                    .boxed()
                    .toList();
            fill(rig, sealer);
            var old = sealer.encrypt(new UserId(1), Tokens.of(5_001).secret());
            var sent = new ArrayList<CommandId>();
            var rotation = rig.commands.rotateKeys();
            rig.send(rotation);
            send(rig, rows, sent, () -> resealed(rig) > 0);
            var begun = System.nanoTime();
            var before = resealed(rig);
            send(rig, rows, sent, () -> resealed(rig) > ROWS / 2);
            var perSecond = (resealed(rig) - before) * 1e9 / (System.nanoTime() - begun);
            first.kill();
            assertThat(resealed(rig)).as("in the middle").isLessThan(ROWS);
            var second = rig.startWorkerProcess(arguments);
            send(rig, rows, sent, () -> !told(rig, KeysRetired.class).isEmpty());
            assertThat(told(rig, KeysRotated.class)).singleElement().satisfies(end -> {
                assertThat(end.rows()).isEqualTo(ROWS + SENDERS);
                assertThat(end.unreadable()).isZero();
            });
            await().atMost(LONGEST)
                    .until(() -> rig.outcomes().stream()
                                    .map(outcome -> outcome.head().commandId())
                                    .distinct()
                                    .count()
                            == sent.size());
            assertThat(rig.outcomes()).allMatch(RotationTest::isNoFailure);
            assertThat(rig.count("select count(*) from bots.bot where key_version < 2"))
                    .isZero();
            assertThatExceptionOfType(SecretUnreadable.class).isThrownBy(() -> sealer.decrypt(new UserId(1), old));
            assertThat(second.ended()).isFalse();
            System.out.printf(
                    "rotation: %d rows, %.0f a second beside %d calls, killed once%n", ROWS, perSecond, sent.size());
        }
    }

    /** What was on its way when the worker was killed is unknown, and said to be. */
    private static boolean isNoFailure(CallOutcome outcome) {
        return outcome instanceof CallSucceeded || outcome instanceof CallUnknown;
    }

    private static void send(WorkerRig rig, List<Long> rows, List<CommandId> sent, BooleanSupplier enough) {
        await().atMost(LONGEST).pollInterval(PAUSE).until(() -> {
            var user = sent.size() % SENDERS + 1;
            var call =
                    rig.commands.sendMessage(user, rows.get((int) user - 1), "" + (40 + sent.size() % 7), "meanwhile");
            rig.send(call);
            sent.add(call.commandId());
            return enough.getAsBoolean();
        });
    }

    private static long resealed(WorkerRig rig) {
        return rig.count("select coalesce(max(rows_reencrypted), 0) from bots.key_rotation");
    }

    private static <E> List<E> told(WorkerRig rig, Class<E> kind) {
        return rig.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void fill(WorkerRig rig, TokenCipher sealer) throws SQLException {
        var tokens = IntStream.range(0, ROWS)
                .parallel()
                .mapToObj(i -> sealer.encrypt(
                        new UserId(100_000L + i), Tokens.of(100_000L + i).secret()))
                .map(SealedSecret::value)
                .toList();
        try (var connection = rig.database.connect();
                var insert = connection.prepareStatement(INSERT)) {
            for (var i = 0; i < ROWS; i++) {
                insert.setLong(1, 100_000L + i);
                insert.setLong(2, 100_000L + i);
                insert.setString(3, tokens.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
