package io.botyard.worker.guarantee;

import static io.botyard.worker.guarantee.Trial.ended;
import static io.botyard.worker.guarantee.Trial.frozen;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A worker ends, or freezes and wakes when its users are somebody else's, between any two steps, and what is to be seen
 * afterwards is what the table says. To accept a change, run with {@code -Dgolden.write=true} and read it.
 */
@Tag("endurance")
class StepsTest {

    private static final Path TABLE = Path.of("../docs/steps.md");

    private static final String INTRODUCTION = """
            # Where a worker may end, and what is to be seen of it

            A worker is made to end (as by kill -9), or to freeze until its users have another owner and then to go on, at one
            step of what it does. Another worker takes over. `StepsTest` plays each row and holds this table to it:
            `mvn verify -Pendurance -pl bot-worker -am`.

            The first record of an id counts; a later outcome only fills in what was `unknown`. Events are told at least
            once, under one id.

            | while it carries out | at the step | it is | seen afterwards |
            |---|---|---|---|
            """;

    private static final List<Trial> TRIALS = List.of(
            ended(Deed.CALL, Step.BEFORE_INTENT),
            ended(Deed.CALL, Step.AFTER_INTENT),
            ended(Deed.CALL, Step.WHILE_ASKED),
            ended(Deed.CALL, Step.BEFORE_OUTCOME),
            ended(Deed.CALL, Step.AFTER_OUTCOME),
            frozen(Deed.CALL, Step.BEFORE_INTENT),
            frozen(Deed.CALL, Step.AFTER_INTENT),
            frozen(Deed.CALL, Step.WHILE_ASKED),
            frozen(Deed.CALL, Step.BEFORE_OUTCOME),
            frozen(Deed.CALL, Step.AFTER_OUTCOME),
            ended(Deed.RETRIED_CALL, Step.AFTER_INTENT),
            ended(Deed.RETRIED_CALL, Step.BEFORE_OUTCOME),
            frozen(Deed.RETRIED_CALL, Step.AFTER_INTENT),
            ended(Deed.KEYED_CALL, Step.LEASE_HELD),
            ended(Deed.KEYED_CALL, Step.KEY_NOTED),
            ended(Deed.KEYED_CALL, Step.BEFORE_KEY_COMMIT),
            ended(Deed.KEYED_CALL, Step.AFTER_KEY_COMMIT),
            frozen(Deed.KEYED_CALL, Step.LEASE_HELD),
            ended(Deed.SUSPENSION, Step.LEASE_HELD),
            ended(Deed.SUSPENSION, Step.BOT_LOCKED),
            ended(Deed.SUSPENSION, Step.COMMAND_NOTED),
            ended(Deed.SUSPENSION, Step.STANDING_WRITTEN),
            ended(Deed.SUSPENSION, Step.BOT_WRITTEN),
            ended(Deed.SUSPENSION, Step.EVENT_KEPT),
            ended(Deed.SUSPENSION, Step.BEFORE_COMMIT),
            ended(Deed.SUSPENSION, Step.AFTER_COMMIT),
            ended(Deed.SUSPENSION, Step.BEFORE_EVENT),
            ended(Deed.SUSPENSION, Step.AFTER_EVENT),
            ended(Deed.SUSPENSION, Step.EVENT_MARKED),
            frozen(Deed.SUSPENSION, Step.LEASE_HELD),
            frozen(Deed.SUSPENSION, Step.EVENT_KEPT),
            frozen(Deed.SUSPENSION, Step.BEFORE_COMMIT),
            frozen(Deed.SUSPENSION, Step.AFTER_COMMIT),
            ended(Deed.REGISTRATION, Step.BOT_WRITTEN),
            ended(Deed.REGISTRATION, Step.BEFORE_COMMIT),
            ended(Deed.REGISTRATION, Step.AFTER_COMMIT),
            frozen(Deed.REGISTRATION, Step.BEFORE_COMMIT),
            ended(Deed.LIMITS, Step.BOT_WRITTEN),
            ended(Deed.LIMITS, Step.AFTER_COMMIT),
            ended(Deed.VERIFICATION, Step.LEASE_HELD),
            ended(Deed.VERIFICATION, Step.COMMAND_NOTED),
            ended(Deed.VERIFICATION, Step.AFTER_EVENT),
            ended(Deed.VERIFICATION, Step.BEFORE_INTENT),
            ended(Deed.VERIFICATION, Step.AFTER_INTENT),
            ended(Deed.REJECTION, Step.LEASE_HELD),
            ended(Deed.REJECTION, Step.EVENT_KEPT),
            ended(Deed.REJECTION, Step.BEFORE_COMMIT),
            ended(Deed.REJECTION, Step.AFTER_COMMIT),
            ended(Deed.REJECTION, Step.AFTER_EVENT),
            ended(Deed.REJECTION, Step.BEFORE_OUTCOME));

    /** Before the gate opens; those of one list come to their step at the same time. */
    private static final List<Trial> SETTING_ASIDE = List.of(
            ended(Deed.PARKED_CALL, Step.GATE_KEPT),
            ended(Deed.PARKED_CALL, Step.ROW_WRITTEN),
            ended(Deed.PARKED_CALL, Step.BEFORE_PARKING),
            ended(Deed.PARKED_CALL, Step.AFTER_PARKING),
            frozen(Deed.PARKED_CALL, Step.BEFORE_PARKING));

    private static final List<Trial> GOING_ON = List.of(
            ended(Deed.PARKED_CALL, Step.BEFORE_BEGINNING),
            ended(Deed.PARKED_CALL, Step.AFTER_BEGINNING),
            ended(Deed.PARKED_CALL, Step.ROW_GONE),
            ended(Deed.PARKED_CALL, Step.BEFORE_ENDING),
            ended(Deed.PARKED_CALL, Step.AFTER_ENDING),
            frozen(Deed.PARKED_CALL, Step.AFTER_BEGINNING),
            frozen(Deed.PARKED_CALL, Step.AFTER_ENDING));

    @Test
    void whatIsSeenAfterEachStepIsWhatTheTableSays() throws Exception {
        var directory = Files.createDirectories(Path.of("target", "guarantees"));
        var rows = new ArrayList<String>();
        try (var troupe = new Troupe(Files.createTempDirectory(directory.toAbsolutePath(), "steps"))) {
            for (var trials : scenes()) {
                var observed = troupe.play(trials);
                for (var index = 0; index < trials.size(); index++) {
                    rows.add(trials.get(index).row(observed.get(index).observed()));
                    System.out.println(rows.getLast());
                }
            }
        }
        var table = INTRODUCTION + String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private static List<List<Trial>> scenes() {
        var scenes = new ArrayList<List<Trial>>();
        for (var first = 0; first < TRIALS.size(); first += Troupe.VICTIMS) {
            scenes.add(TRIALS.subList(first, Math.min(first + Troupe.VICTIMS, TRIALS.size())));
        }
        scenes.add(SETTING_ASIDE);
        scenes.add(GOING_ON);
        return scenes;
    }
}
