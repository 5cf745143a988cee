package io.botyard.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives tests a rig with one healthy worker, the same for all classes of this process. Each keeps to users of its own,
 * above any id that a row may get, and leaves the worker and what everybody shares alone.
 */
final class SharedWorker implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(SharedWorker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == WorkerRig.class || type == ConfigurableApplicationContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var running =
                test.getRoot().getStore(OURS).computeIfAbsent(Running.class, first -> Running.start(), Running.class);
        return parameter.getParameter().getType() == WorkerRig.class ? running.rig() : running.worker();
    }

    /** Until the last test of the process has ended. */
    private record Running(Path directory, WorkerRig rig, ConfigurableApplicationContext worker)
            implements AutoCloseable {

        static Running start() {
            try {
                var directory = Files.createTempDirectory("botyard-test-worker");
                var rig = new WorkerRig(directory);
                return new Running(directory, rig, rig.startWorker());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            worker.close();
            rig.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
