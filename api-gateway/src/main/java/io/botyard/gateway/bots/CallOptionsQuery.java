package io.botyard.gateway.bots;

import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.command.CallOptions;
import io.botyard.gateway.access.FieldError;
import io.botyard.gateway.access.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Call options come in the query: the body is Telegram's alone. */
record CallOptionsQuery(
        @Nullable String priority,
        @Nullable String expiresInSeconds,
        @Nullable String onUnknown) {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");

    CallOptions options(Instant now) {
        var errors = new ArrayList<FieldError>();
        var priorityOr =
                constant(Priority.values(), "priority", priority, errors).orElse(Priority.INTERACTIVE);
        var onUnknownOr =
                constant(OnUnknown.values(), "on_unknown", onUnknown, errors).orElse(OnUnknown.REPORT);
        var life = life(errors);
        if (!errors.isEmpty()) {
            throw Rejection.invalid(errors);
        }
        return new CallOptions(priorityOr, now.plus(life), onUnknownOr);
    }

    private Duration life(List<FieldError> errors) {
        if (expiresInSeconds == null) {
            return LONGEST;
        }
        var seconds = SECONDS.matcher(expiresInSeconds).matches() ? Integer.parseInt(expiresInSeconds) : 0;
        if (seconds < 1 || seconds > LONGEST.toSeconds()) {
            errors.add(new FieldError("expires_in_seconds", "range", "is 1 to " + LONGEST.toSeconds()));
        }
        return Duration.ofSeconds(seconds);
    }

    private static <E extends Enum<E>> Optional<E> constant(
            E[] constants, String field, @Nullable String sent, List<FieldError> errors) {
        if (sent == null) {
            return Optional.empty();
        }
        var found = Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(sent))
                .findAny();
        if (found.isEmpty()) {
            errors.add(new FieldError(field, "unknown_value", "is not one of the values there are"));
        }
        return found;
    }
}
