package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.wire.WireJson;
import io.botyard.standalone.Standalone;
import io.botyard.standalone.StandaloneSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the README has a newcomer paste does what it says there, and is answered as it is printed there. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");
    private static final String FROM = "## From an account to a sent message";
    private static final String TO = "## Where to look next";
    private static final Pattern BLOCK = Pattern.compile("```(sh|json)\\n(.*?)```", Pattern.DOTALL);
    private static final String MARK = "@@ next";

    /** Other each time. */
    private static final Set<String> OF_THE_MOMENT = Set.of("operation_id", "accepted_at", "finished_at", "date");

    /** A line to paste, and what is printed for it. */
    private record Step(String line, List<String> printed) {}

    @Test
    void itsLinesWorkAsPrinted(@TempDir Path directory) throws Exception {
        var steps = steps();
        assertThat(steps).hasSize(5);
        try (var botyard = Standalone.start(StandaloneSettings.in(directory.resolve("botyard")))) {
            var answers = pasted(steps, botyard.gateway().getAuthority());
            for (var i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                assertThat(answers.get(i)).as(step.line()).hasSameSizeAs(step.printed());
                for (var answer = 0; answer < answers.get(i).size(); answer++) {
                    assertThat(lasting(answers.get(i).get(answer)))
                            .as(step.line())
                            .isEqualTo(lasting(step.printed().get(answer)));
                }
            }
            assertThat(new Ledger(botyard.sandbox().orElseThrow()).messagesOf(123_456_789))
                    .hasSize(1);
        }
    }

    private static List<Step> steps() throws IOException {
        var text = Files.readString(README);
        var blocks = BLOCK.matcher(text.substring(text.indexOf(FROM), text.indexOf(TO)));
        var steps = new ArrayList<Step>();
        while (blocks.find()) {
            if (blocks.group(1).equals("sh")) {
                steps.add(new Step(blocks.group(2).strip(), new ArrayList<>()));
            } else {
                steps.getLast().printed().add(blocks.group(2).strip());
            }
        }
        return steps;
    }

    /** What one shell printed for each line. */
    private static List<List<String>> pasted(List<Step> steps, String gateway) throws Exception {
        var script = new StringBuilder();
        for (var step : steps) {
            assertThat(step.line()).contains("127.0.0.1:8080");
            script.append("printf '\\n" + MARK + "\\n'\n")
                    .append(step.line().replace("127.0.0.1:8080", gateway))
                    .append('\n');
        }
        var shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        try (var input = shell.outputWriter(StandardCharsets.UTF_8)) {
            input.write(script.toString());
        }
        var printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(printed).isZero();
        return List.of(printed.split(MARK)).stream()
                .skip(1)
                .map(answer -> answer.lines().filter(line -> !line.isBlank()).toList())
                .toList();
    }

    /** Everything in an answer but what is of the moment, where the kind of value has to do. */
    private static Object lasting(String json) {
        return lasting("", WireJson.mapper().readTree(json));
    }

    private static Object lasting(String field, JsonNode value) {
        if (value.isObject()) {
            var fields = new TreeMap<String, Object>();
            value.properties().forEach(each -> fields.put(each.getKey(), lasting(each.getKey(), each.getValue())));
            return fields;
        }
        return OF_THE_MOMENT.contains(field) ? value.getNodeType() : value;
    }
}
