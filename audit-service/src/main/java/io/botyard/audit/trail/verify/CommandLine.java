package io.botyard.audit.trail.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What an operator typed: {@code verb [argument] [--option value]…}. What is not given stands in the environment;
 * passwords stand there alone.
 */
public record CommandLine(List<String> arguments, Map<String, String> environment) {
    public CommandLine {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    String verb() {
        return arguments.getFirst();
    }

    String argument() {
        if (arguments.size() < 2 || arguments.get(1).startsWith("--")) {
            throw new IllegalArgumentException(verb() + " needs the name of a file");
        }
        return arguments.get(1);
    }

    Optional<String> option(String name) {
        var at = arguments.indexOf("--" + name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == arguments.size()) {
            throw new IllegalArgumentException("--" + name + " needs a value");
        }
        return Optional.of(arguments.get(at + 1));
    }

    String value(String option, String variable, String unlessSet) {
        return option(option).orElseGet(() -> environment.getOrDefault(variable, unlessSet));
    }

    String secret(String variable) {
        return environment.getOrDefault(variable, "");
    }

    /** Settings of Kafka's client, such as TLS and SASL, from the file that {@code --kafka-client} names. */
    Map<String, String> kafkaClient() throws IOException {
        var settings = new Properties();
        var file = option("kafka-client");
        if (file.isPresent()) {
            try (var reader = Files.newBufferedReader(Path.of(file.get()))) {
                settings.load(reader);
            }
        }
        return settings.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, settings::getProperty));
    }

    static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("--user needs a user's number");
        }
        return Long.parseLong(text);
    }
}
