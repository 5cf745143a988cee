package io.botyard.gateway;

import io.botyard.secret.vault.VaultOptions;
import io.botyard.start.RequiredSetting;
import io.botyard.start.RequiredSettings;
import io.botyard.tracing.wiring.RequestTracing;
import io.botyard.tracing.wiring.TracingWiring;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The gateway. Settings come from {@code api-gateway.yaml}, so that it can share a class path with other services. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({TracingWiring.class, RequestTracing.class})
@EnableScheduling
public class GatewayApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application as {@link #main} starts it, for who starts it beside others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .properties("spring.config.name=api-gateway")
                .listeners(new RequiredSettings(
                        RequiredSetting.of("spring.datasource.password", "BOTYARD_GATEWAY_DATABASE_PASSWORD"),
                        RequiredSetting.of("spring.flyway.password", "BOTYARD_MIGRATOR_PASSWORD"),
                        RequiredSetting.of("botyard.kafka.security.password", "BOTYARD_KAFKA_PASSWORD")
                                .beside("botyard.kafka.security.username"),
                        RequiredSetting.of("botyard.gateway.keys.directory", "BOTYARD_GATEWAY_KEYS"),
                        RequiredSetting.of("botyard.secret.local.keyset", "BOTYARD_KEYSET_FILE")
                                .orAnyOf(VaultOptions.PREFIX)));
    }
}
