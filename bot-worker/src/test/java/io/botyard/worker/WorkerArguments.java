package io.botyard.worker;

import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.testkit.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What workers are told on their command line. */
final class WorkerArguments {

    private WorkerArguments() {}

    /** @param more wins over what all of them are told */
    static List<String> of(
            TestDatabase database,
            Map<String, Object> broker,
            int partitions,
            Path keyset,
            URI telegram,
            String... more) {
        var settings = new HashMap<String, Object>(database.properties(DatabaseLayout.WORKER));
        settings.putAll(broker);
        settings.putAll(Map.of(
                "server.port",
                "0",
                "botyard.kafka.partitions",
                partitions,
                "botyard.hazelcast.port",
                "15701",
                "botyard.worker.pace.kept",
                "false",
                "botyard.secret.local.keyset",
                keyset,
                "botyard.worker.telegram.api-url",
                telegram));
        var said = Stream.of(more).map(WorkerArguments::nameOf).toList();
        var others = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .filter(argument -> !said.contains(nameOf(argument)));
        return Stream.concat(others, Stream.of(more)).toList();
    }

    private static String nameOf(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }
}
