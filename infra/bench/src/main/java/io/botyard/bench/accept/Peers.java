package io.botyard.bench.accept;

import io.botyard.bench.measure.NodeModules;
import io.botyard.bench.measure.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Other people's stacks, doing less: they read the JSON and send it on, and know neither users nor limits. */
final class Peers {

    /** How one is started. */
    record Peer(String name, String file, List<String> program) {
        List<String> command(int port) {
            return Stream.concat(program.stream(), java.util.stream.Stream.of("" + port))
                    .toList();
        }
    }

    private final Path module;
    private final Path target;
    private final String kafka;

    Peers(Path module, Path target, String kafka) {
        this.module = module;
        this.target = target;
        this.kafka = kafka;
    }

    List<Peer> all() throws IOException, InterruptedException {
        var js = NodeModules.installed(module, target);
        var python = target.resolve("python");
        Program.run(List.of("python3", "-m", "venv", python.toString()), target.resolve("venv.log"));
        Program.run(
                List.of(
                        python.resolve("bin/pip").toString(),
                        "install",
                        "-q",
                        "-r",
                        module.resolve("src/main/python/requirements.txt").toString()),
                target.resolve("pip.log"));
        var fastify = js.resolve("fastify.mjs").toString();
        return List.of(
                new Peer("Fastify + kafkajs, a send each", "fastify", List.of("node", fastify, kafka, "each")),
                new Peer(
                        "Fastify + kafkajs, gathered", "fastify-gathered", List.of("node", fastify, kafka, "gathered")),
                new Peer(
                        "FastAPI + aiokafka",
                        "fastapi",
                        List.of(
                                python.resolve("bin/python").toString(),
                                module.resolve("src/main/python/accept.py").toString(),
                                kafka)));
    }
}
