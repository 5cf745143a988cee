package io.botyard.gateway.bots;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.JsonNode;

/** What a message cannot do without. The body goes on as it came; every other field of {@code sendMessage} passes. */
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
record MessageBody(
        @NotNull @Schema(types = {"string", "integer"}) JsonNode chatId,
        @NotNull @Schema(minLength = 1) String text) {}
