package io.botyard.audit;

import io.botyard.audit.trail.verify.Command;
import io.botyard.audit.trail.verify.CommandLine;
import io.botyard.start.RequiredSetting;
import io.botyard.start.RequiredSettings;
import io.botyard.tracing.wiring.RequestTracing;
import io.botyard.tracing.wiring.TracingWiring;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Import;

/** Keeps the trails, follows the operations and counts the usage; the gateway reads all three from here. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({TracingWiring.class, RequestTracing.class})
public class AuditApplication {
    /** The application with its own settings file, also beside other services in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(AuditApplication.class)
                .properties("spring.config.name=audit-service")
                .listeners(new RequiredSettings(
                        RequiredSetting.of("spring.datasource.password", "BOTYARD_AUDIT_DATABASE_PASSWORD"),
                        RequiredSetting.of("spring.flyway.password", "BOTYARD_MIGRATOR_PASSWORD"),
                        RequiredSetting.of("botyard.kafka.security.password", "BOTYARD_KAFKA_PASSWORD")
                                .beside("botyard.kafka.security.username"),
                        RequiredSetting.of("botyard.audit.heads.keys", "BOTYARD_AUDIT_KEYS")));
    }

    /** The service; or, when the arguments begin with one, a command for operators. */
    public static void main(String[] args) {
        if (Command.isOne(List.of(args))) {
            LoggingSystem.get(AuditApplication.class.getClassLoader()).beforeInitialize();
            var line = new CommandLine(List.of(args), System.getenv());
            System.exit(new Command(line, System.out, Clock.systemUTC()).run());
        }
        application().run(args);
    }
}
