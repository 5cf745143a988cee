package io.botyard.standalone;

import io.botyard.audit.AuditApplication;
import io.botyard.gateway.GatewayApplication;
import io.botyard.standalone.hazelcast.SharedMember;
import io.botyard.worker.WorkerApplication;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The three applications as they are, each in a context of its own. */
record Applications(
        CompletableFuture<ConfigurableApplicationContext> gateway,
        CompletableFuture<ConfigurableApplicationContext> worker,
        CompletableFuture<ConfigurableApplicationContext> audit)
        implements AutoCloseable {

    /** Starts them at the same time; what they are made of is found while the parts they run on still start. */
    static Applications begin(ApplicationProperties properties, RealParts parts, Closing closing, Executor threads) {
        return new Applications(
                begin(
                        GatewayApplication.application().main(GatewayApplication.class),
                        properties.gateway(),
                        parts,
                        closing,
                        threads),
                begin(
                        WorkerApplication.application().main(WorkerApplication.class),
                        properties.worker(),
                        parts,
                        closing,
                        threads),
                begin(
                        AuditApplication.application().main(AuditApplication.class),
                        properties.audit(),
                        parts,
                        closing,
                        threads));
    }

    /**
     * Returns these when they run.
     *
     * @throws CompletionException when one of them does not start
     */
    Applications await() {
        CompletableFuture.allOf(gateway, worker, audit).join();
        return this;
    }

    /** The gateway first, so that nothing new comes in while the others finish what they have. */
    @Override
    public void close() {
        gateway.join().close();
        worker.join().close();
        audit.join().close();
    }

    private static CompletableFuture<ConfigurableApplicationContext> begin(
            SpringApplicationBuilder application,
            Map<String, Object> properties,
            RealParts parts,
            Closing closing,
            Executor threads) {
        application.registerShutdownHook(false).initializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("standalone", properties));
            SharedMember.register(context, parts.member());
            // Runs when all beans are known and none is made.
            context.addBeanFactoryPostProcessor(_ -> parts.await());
        });
        return CompletableFuture.supplyAsync(() -> closing.add(application.run()), threads);
    }
}
