package io.botyard.gateway.document;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.bots.dispatch.Asking;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The document at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class DocumentWiring {

    private static final String ABOUT = """
            Runs your Telegram bot: encrypted, isolated, paced and recorded.

            JSON, snake_case, UTF-8; times are RFC 3339 in UTC with milliseconds. Known fields of an answer are always \
            present, null when empty; ignore fields and values you do not know. Unknown fields of a request are refused. \
            Every failure is an RFC 9457 problem with a stable `code`. Changes are additive.""";

    @Bean
    static OpenAPI openApi() {
        return new OpenAPI()
                // Where it is served from, wherever that is: else whoever asks first would be told what the others
                // called.
                .servers(List.of(new Server().url("/")))
                .info(new Info().title("Botyard").version("1").description(ABOUT))
                .components(new Components());
    }

    /** Schemas name fields as the JSON does. */
    @Bean
    static ModelResolver schemas() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Standing.class, Asking.class)
                .replaceWithSchema(JsonNode.class, new JsonSchema());
        return new RecordSchemas();
    }
}
