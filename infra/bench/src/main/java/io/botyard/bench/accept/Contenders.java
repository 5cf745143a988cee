package io.botyard.bench.accept;

import io.botyard.bench.measure.Program;
import io.botyard.embedded.FreePort;
import io.botyard.testkit.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Everybody who is measured, running side by side; those that do nothing cost next to nothing. */
final class Contenders implements AutoCloseable {

    static final String CONSTANT = "Tomcat, a constant answer";

    private static final String PATH = "/api/user-bot/messages";

    private final Path target;
    private final Path script;
    private final Path tokens;
    private final Tenants tenants;
    private final URI gateway;
    private final List<Program> programs = new ArrayList<>();
    private final List<Contender> all = new ArrayList<>();

    private Contenders(Path target, Tenants tenants) throws IOException {
        this.target = target;
        this.tenants = tenants;
        this.gateway = URI.create("http://127.0.0.1:" + port());
        this.script = target.resolve("accept.lua");
        this.tokens = target.resolve("accept-tokens.txt");
        try (var lua = Contenders.class.getResourceAsStream("/accept.lua")) {
            Files.write(script, Objects.requireNonNull(lua).readAllBytes());
        }
    }

    static Contenders start(Path module, Path target, TestBroker broker) throws Exception {
        var contenders = new Contenders(target, Tenants.of(broker));
        try {
            contenders.startAll(module, broker);
            return contenders;
        } catch (Exception failure) {
            contenders.close();
            throw failure;
        }
    }

    private void startAll(Path module, TestBroker broker) throws Exception {
        var running = run("gateway", gateway.getPort(), tenants.gateway(gateway.getPort()));
        Files.write(tokens, tenants.register(gateway));
        add("Botyard's gateway", running, gateway.getPort(), false);
        add("Botyard's gateway, each with a key", running, gateway.getPort(), true);
        var constant = port();
        add(
                CONSTANT,
                run("constant", constant, Program.java(ConstantAnswer.class, List.of("" + constant))),
                constant,
                false);
        var peers = new Peers(module, target, broker.bootstrapServers());
        for (var peer : peers.all()) {
            var port = port();
            add(peer.name(), run(peer.file(), port, peer.command(port)), port, false);
        }
    }

    /** An access token is good for ten minutes. */
    void renewTokens() throws IOException, InterruptedException {
        Files.write(tokens, tenants.refresh(gateway));
    }

    List<Contender> all() {
        return List.copyOf(all);
    }

    private Program run(String name, int port, List<String> command) throws Exception {
        var program = Program.start(command, target.resolve(name + ".log"));
        programs.add(program);
        program.awaitPort(port);
        return program;
    }

    private void add(String name, Program program, int port, boolean keyed) {
        var load = new Wrk(URI.create("http://127.0.0.1:" + port + PATH), script, tokens, keyed);
        all.add(new Contender(name, program.handle(), load));
    }

    private static int port() {
        return FreePort.orAny("127.0.0.1", 0);
    }

    @Override
    public void close() throws IOException {
        programs.forEach(Program::end);
        // What it holds would let anybody in for ten minutes.
        Files.deleteIfExists(tokens);
    }
}
