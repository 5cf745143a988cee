package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** The script that operators run, run here, with a tool in place of Kafka's that writes down what it is asked for. */
final class AclScript {

    private static final Path SCRIPT = Path.of("../kafka/acls.sh");
    private static final String BROKERS = "kafka-1:9093";
    private static final String CONFIG = "admin.properties";

    private AclScript() {}

    /** What Kafka's own tool would add. */
    static List<AclBinding> bindings(Path directory) throws IOException, InterruptedException {
        var asked = directory.resolve("asked");
        var tool = Files.createFile(
                directory.resolve("kafka-acls"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(tool, "#!/bin/sh\necho \"$*\" >> '" + asked + "'\n");
        var builder = new ProcessBuilder("sh", SCRIPT.toString()).redirectErrorStream(true);
        builder.environment().put("KAFKA_ACLS", tool.toString());
        builder.environment().put("BOOTSTRAP", BROKERS);
        builder.environment().put("COMMAND_CONFIG", CONFIG);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return Files.readAllLines(asked).stream()
                .flatMap(line -> asked(List.of(line.split(" "))).stream())
                .toList();
    }

    private static List<AclBinding> asked(List<String> words) {
        assertThat(words).startsWith("--bootstrap-server", BROKERS, "--command-config", CONFIG, "--add");
        var principal = valuesOf("--allow-principal", words).getFirst();
        var operation = SecurityUtils.operation(valuesOf("--operation", words).getFirst());
        var entry = new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW);
        var bindings = new ArrayList<AclBinding>();
        var pattern = PatternType.fromString(
                valuesOf("--resource-pattern-type", words).getFirst().toUpperCase(Locale.ROOT));
        for (var kind : List.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)) {
            for (var name : valuesOf(option(kind), words)) {
                bindings.add(new AclBinding(new ResourcePattern(kind, name, pattern), entry));
            }
        }
        // Nothing that this cannot read, such as a cluster, is passed over.
        assertThat(words).hasSize(5 + 4 + 2 + 2 * bindings.size());
        return bindings;
    }

    private static String option(ResourceType kind) {
        return "--" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> valuesOf(String option, List<String> words) {
        var values = new ArrayList<String>();
        for (var at = 0; at < words.size() - 1; at++) {
            if (words.get(at).equals(option)) {
                values.add(words.get(at + 1));
            }
        }
        return values;
    }
}
