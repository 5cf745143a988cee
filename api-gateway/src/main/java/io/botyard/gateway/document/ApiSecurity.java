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
    private static final String API_KEY = "api_key";

    private ApiSecurity() {}

    static void define(Components components) {
        components.addSecuritySchemes(
                SESSION,
                bearer("JWT", "An access token from POST /api/auth/login; the least role a call asks for is named"));
        components.addSecuritySchemes(
                API_KEY,
                bearer("byk_…", "An API key from POST /api/auth/api-keys; the scope a call asks for is named"));
    }

    static void document(Operation operation, Permission permission) {
        if (permission.least() == Role.NOBODY) {
            return;
        }
        operation.addSecurityItem(new SecurityRequirement()
                .addList(SESSION, permission.least().name().toLowerCase(Locale.ROOT)));
        permission
                .scope()
                .ifPresent(
                        scope -> operation.addSecurityItem(new SecurityRequirement().addList(API_KEY, scope.word())));
    }

    /** How such an operation turns callers away. */
    static Stream<String> problems(Permission permission) {
        if (permission.least() == Role.NOBODY) {
            return Stream.empty();
        }
        return Stream.of(
                        Stream.of("unauthenticated", "account_suspended"),
                        Stream.of(permission.scope().isPresent() ? "scope_missing" : "session_required"),
                        Stream.of("forbidden").filter(code -> permission.least() != Role.USER))
                .flatMap(codes -> codes);
    }

    private static SecurityScheme bearer(String format, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format)
                .description(description);
    }
}
