package io.botyard.gateway.bots;

import io.botyard.contract.BotToken;
import io.botyard.contract.Limits;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bot a user brings.
 *
 * @param apiId MTProto, together with {@code apiHash} or not at all; nothing uses them yet
 */
record CreateBody(
        @NotNull @Schema(pattern = BotToken.FORM) String botToken,
        @Nullable @Pattern(regexp = "[A-Za-z0-9_]{3,32}") String botUsername,
        @Nullable @Min(1) Integer apiId,
        @Nullable @Schema(pattern = CreateBody.API_HASH) String apiHash,

        @Nullable @DecimalMin("0.1") @DecimalMax("100") @Digits(integer = 3, fraction = 3)
        BigDecimal maxRequestsPerSecond,

        @Nullable @Min(1) @Max(Limits.MOST_CONCURRENT) Integer maxConcurrentRequests) {

    static final String API_HASH = "^[0-9a-fA-F]{32}$";

    BotToken token() {
        return TokenBody.parsed(botToken);
    }

    Limits limits() {
        return new Limits(
                Optional.ofNullable(maxRequestsPerSecond).orElse(Limits.DEFAULT.maxRequestsPerSecond()),
                Optional.ofNullable(maxConcurrentRequests).orElse(Limits.DEFAULT.maxConcurrentRequests()));
    }

    void checkMtproto() {
        if (apiHash != null && !apiHash.matches(API_HASH)) {
            throw Rejection.invalid("api_hash", "form", "is 32 hexadecimal digits");
        }
        if ((apiId == null) != (apiHash == null)) {
            throw Rejection.invalid(
                    apiId == null ? "api_id" : "api_hash", "required", "api_id and api_hash are given both or neither");
        }
    }

    @Override
    public String toString() {
        return "CreateBody[redacted]";
    }
}
