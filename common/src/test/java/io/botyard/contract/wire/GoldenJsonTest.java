package io.botyard.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;

/**
 * What stands in the topics is a promise: each record has a file that shows it. To accept an additive change, run with
 * {@code -Dgolden.write=true} and read the difference.
 */
class GoldenJsonTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @MethodSource("io.botyard.contract.wire.Samples#all")
    void looksAsItAlwaysDid(Message sample) throws IOException {
        var file = GOLDEN.resolve(sample.kind() + ".json");
        var json = WireJson.mapper()
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(sample)
                + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, json);
        }
        assertThat(json).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("io.botyard.contract.wire.Samples#all")
    void isReadAsItWasWritten(Message sample) throws IOException {
        var file = GOLDEN.resolve(sample.kind() + ".json");
        assertThat(WireJson.mapper().readValue(Files.readString(file), sample.getClass()))
                .isEqualTo(sample);
    }

    @Test
    void everyMessageHasASample() {
        assertThat(Samples.all().stream().map(Message::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(MessageTypes.all().values()));
    }
}
