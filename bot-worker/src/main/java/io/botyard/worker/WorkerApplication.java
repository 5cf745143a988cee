package io.botyard.worker;

import io.botyard.secret.vault.VaultOptions;
import io.botyard.start.RequiredSetting;
import io.botyard.start.RequiredSettings;
import io.botyard.tracing.wiring.TracingWiring;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A worker: owns the bots of some partitions and acts for them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(TracingWiring.class)
@EnableScheduling
public class WorkerApplication {

    /** The application with its own settings file, so that several can live in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WorkerApplication.class)
                .properties("spring.config.name=bot-worker")
                .listeners(new RequiredSettings(
                        RequiredSetting.of("spring.datasource.password", "BOTYARD_WORKER_DATABASE_PASSWORD"),
                        RequiredSetting.of("spring.flyway.password", "BOTYARD_MIGRATOR_PASSWORD"),
                        RequiredSetting.of("botyard.kafka.security.password", "BOTYARD_KAFKA_PASSWORD")
                                .beside("botyard.kafka.security.username"),
                        RequiredSetting.of("botyard.secret.local.keyset", "BOTYARD_KEYSET_FILE")
                                .orAnyOf(VaultOptions.PREFIX)));
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
