package io.botyard.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A sandbox in a process of its own, so that it can be killed. */
final class SandboxProcess implements AutoCloseable {

    private final Process process;
    private final URI uri;

    private SandboxProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static SandboxProcess start(Path directory) throws IOException {
        Process process = launch(Map.of("BOTYARD_SANDBOX_PORT", "0", "BOTYARD_DATA_DIR", directory.toString()));
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.contains("http://")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the sandbox did not start");
        }
        return new SandboxProcess(process, URI.create(line.substring(line.indexOf("http://"))));
    }

    /** What a sandbox says that does not start. */
    static String failure(Map<String, String> environment) throws IOException {
        Process process = launch(environment);
        return process.inputReader().readAllAsString();
    }

    URI uri() {
        return uri;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static Process launch(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName()));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }
}
