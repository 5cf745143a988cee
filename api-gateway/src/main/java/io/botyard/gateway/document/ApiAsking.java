package io.botyard.gateway.document;

import io.botyard.gateway.bots.dispatch.Asking;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Documents what all commands have in common: how long to wait, and that one may be told of its acceptance alone. */
@Component
final class ApiAsking implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Asking.class)) {
            operation.addParametersItem(new HeaderParameter().name(ApiHeaders.PREFER));
            if (handler.hasMethodAnnotation(PostMapping.class)) {
                operation.addParametersItem(new HeaderParameter().name(ApiHeaders.IDEMPOTENCY_KEY));
            }
            operation.getResponses().addApiResponse("202", accepted());
        }
        return operation;
    }

    private static ApiResponse accepted() {
        return new ApiResponse()
                .description("Accepted: its operation tells the rest")
                .content(new Content()
                        .addMediaType("application/json", new MediaType().schema(Schemas.ref("Operation"))));
    }
}
