package io.botyard.gateway.document;

import io.botyard.contract.Role;
import io.botyard.gateway.access.Permissions;
import io.botyard.gateway.access.Permissions.Permission;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import java.util.stream.Stream;

/** Who may call an operation, as the table of {@link Permissions} has it. */
final class ApiSecurity {

    private static final String SESSION = "session";

    private ApiSecurity() {}

    static void define(Components components) {
        components.addSecuritySchemes(
                SESSION,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token from POST /api/auth/login; the least role it needs is named"));
    }

    static void document(Operation operation, Permission permission) {
        if (permission.least() != Role.NOBODY) {
            operation.addSecurityItem(new SecurityRequirement()
                    .addList(SESSION, permission.least().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** How such an operation turns callers away. */
    static Stream<String> problems(Permission permission) {
        return switch (permission.least()) {
            case NOBODY -> Stream.empty();
            case USER -> Stream.of("unauthenticated");
            case ADMIN, SUPERADMIN -> Stream.of("unauthenticated", "forbidden");
        };
    }
}
