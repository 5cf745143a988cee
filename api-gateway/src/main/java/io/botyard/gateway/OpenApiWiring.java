package io.botyard.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.bots.dispatch.Asking;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The document at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {

    static final String SESSION = "session";
    static final String API_KEY = "api_key";

    @Bean
    static OpenAPI openApi() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token from POST /api/auth/login");
        var key = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("byk_…")
                .description("An API key from POST /api/auth/api-keys, with the scope the call asks for");
        return new OpenAPI()
                .info(new Info()
                        .title("Botyard")
                        .version("1")
                        .description("Runs your Telegram bot: encrypted, isolated, paced and recorded."))
                .components(new Components().addSecuritySchemes(SESSION, bearer).addSecuritySchemes(API_KEY, key));
    }

    /** Schemas name fields as the JSON does. */
    @Bean
    static ModelResolver schemas() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Standing.class, Asking.class)
                .replaceWithSchema(JsonNode.class, new Schema<>());
        return new ModelResolver(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }
}
