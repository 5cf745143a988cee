package io.botyard.worker.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
            `mvn verify -Pendurance`.

            The first record of an id counts; a later outcome only fills in what was `unknown`. Events are told at least
            once, under one id.

            | while it carries out | at the step | it is | seen afterwards |
            |---|---|---|---|
            """;

    @Test
    void whatIsSeenAfterEachStepIsWhatTheTableSays() throws Exception {
        var directory = Files.createDirectories(Path.of("target", "guarantees"));
        var rows = new ArrayList<String>();
        try (var troupe = new Troupe(stageIn(directory))) {
            for (var trials : Scenes.OF_SEVERAL) {
                var observed = troupe.play(trials);
                for (var index = 0; index < trials.size(); index++) {
                    add(rows, trials.get(index).row(observed.get(index).observed()));
                }
            }
        }
        try (var solo = new Solo(stageIn(directory))) {
            for (var trial : Scenes.ALONE) {
                add(rows, trial.row(solo.play(trial)));
            }
        }
        var table = INTRODUCTION + String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private static Path stageIn(Path directory) throws IOException {
        return Files.createTempDirectory(directory.toAbsolutePath(), "steps");
    }

    /** Said at once as well: a run takes long. */
    private static void add(List<String> rows, String row) {
        rows.add(row);
        System.out.println(row);
    }
}
