package io.botyard.acceptance;

import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files in which Botyard in one process keeps its own secrets: there they belong, and nowhere else. */
record KeptSecrets(Path directory) {

    /** Marks what is in them; a key's public half is published. */
    void addTo(Marks marks) throws IOException {
        for (var file : files()) {
            var text = Files.readString(file).strip();
            switch (file.getFileName().toString()) {
                case "database-passwords" -> text.lines().forEach(line -> marks.add("a database password", line));
                case "keyset.json" ->
                    WireJson.mapper()
                            .readTree(text)
                            .findValuesAsString("value")
                            .forEach(value -> marks.add("a key that seals", value));
                case String name
                when name.endsWith(".json") ->
                    WireJson.mapper()
                            .readTree(text)
                            .findValuesAsString("d")
                            .forEach(value -> marks.add("a key that signs", value));
                case String name -> marks.add("the key in " + name, text);
            }
        }
    }

    boolean isOne(Path file) {
        return file.startsWith(directory.resolve("gateway-keys"))
                || List.of(directory.resolve("keyset.json"), directory.resolve("database-passwords"))
                        .contains(file);
    }

    /** Whoever else is on this machine does not see into them. */
    List<Path> files() throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(this::isOne).filter(Files::isRegularFile).toList();
        }
    }
}
