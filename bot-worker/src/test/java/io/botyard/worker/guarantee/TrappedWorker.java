package io.botyard.worker.guarantee;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.worker.WatchedDatabase;
import io.botyard.worker.WorkerApplication;
import io.botyard.worker.store.WorkerId;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The worker as it is, with a trap in what it writes to Kafka and Postgres, and a name by which its leases are known. */
final class TrappedWorker {

    static final String STEP = "trap.step";
    static final String ARMED = "trap.armed";
    static final String FREEZES = "trap.freezes";
    static final String NAME = "trap.name";

    private TrappedWorker() {}

    public static void main(String[] arguments) {
        WorkerApplication.application().initializers(TrappedWorker::set).run(arguments);
    }

    private static void set(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var trap = new Trap(
                Step.valueOf(environment.getRequiredProperty(STEP)),
                Path.of(environment.getRequiredProperty(ARMED)),
                environment.getRequiredProperty(FREEZES, Boolean.class));
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case WorkerId _ -> new WorkerId(environment.getRequiredProperty(NAME) + "-" + UUID.randomUUID());
                    case KafkaProducer<?, ?> plain -> {
                        plain.close();
                        yield new TrappedProducer(producer(environment), trap);
                    }
                    case DataSource plain -> new WatchedDatabase(plain, new TrappedStatements(trap));
                    default -> bean;
                };
            }
        });
    }

    private static Map<String, Object> producer(Environment environment) {
        return new KafkaConnection(environment.getRequiredProperty("botyard.kafka.bootstrap-servers"), Map.of())
                .producer();
    }
}
