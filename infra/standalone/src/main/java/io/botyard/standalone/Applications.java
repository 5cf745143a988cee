package io.botyard.standalone;

import io.botyard.audit.AuditApplication;
import io.botyard.gateway.GatewayApplication;
import io.botyard.standalone.hazelcast.SharedMember;
import io.botyard.worker.WorkerApplication;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The three applications as they are, each in a context of its own. */
record Applications(
        ConfigurableApplicationContext gateway,
        ConfigurableApplicationContext worker,
        ConfigurableApplicationContext audit)
        implements AutoCloseable {

    /** Starts them at the same time; if one fails, those that run are stopped again. */
    static Applications start(
            ApplicationProperties properties, SharedMember member, Closing closing, Executor threads) {
        var gateway = begin(
                GatewayApplication.application().main(GatewayApplication.class),
                properties.gateway(),
                member,
                closing,
                threads);
        var worker = begin(
                WorkerApplication.application().main(WorkerApplication.class),
                properties.worker(),
                member,
                closing,
                threads);
        var audit = begin(
                AuditApplication.application().main(AuditApplication.class),
                properties.audit(),
                member,
                closing,
                threads);
        CompletableFuture.allOf(gateway, worker, audit).join();
        return new Applications(gateway.join(), worker.join(), audit.join());
    }

    /** The gateway first, so that nothing new comes in while the others finish what they have. */
    @Override
    public void close() {
        gateway.close();
        worker.close();
        audit.close();
    }

    private static CompletableFuture<ConfigurableApplicationContext> begin(
            SpringApplicationBuilder application,
            Map<String, Object> properties,
            SharedMember member,
            Closing closing,
            Executor threads) {
        application.registerShutdownHook(false).initializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("standalone", properties));
            member.register(context);
        });
        return CompletableFuture.supplyAsync(() -> closing.add(application.run()), threads);
    }
}
