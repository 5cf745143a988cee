package io.botyard.gateway.access;

import io.botyard.contract.CommandId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request ends here. Thrown at the HTTP edge only, where Spring turns it into a problem document; below, a refusal is
 * a value.
 */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient @Nullable CommandId operation;
    private final transient @Nullable TooFast tooFast;

    private Rejection(
            ProblemCode code,
            String detail,
            List<FieldError> errors,
            @Nullable CommandId operation,
            @Nullable TooFast tooFast) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.operation = operation;
        this.tooFast = tooFast;
    }

    public static Rejection of(ProblemCode code) {
        return of(code, code.meaning());
    }

    /** With a detail of this very request, which must quote nothing secret. */
    public static Rejection of(ProblemCode code, String detail) {
        return new Rejection(code, detail, List.of(), null, null);
    }

    public static Rejection invalid(List<FieldError> errors) {
        var code = ProblemCode.VALIDATION_FAILED;
        return new Rejection(code, code.meaning(), errors, null, null);
    }

    public static Rejection invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** It may have been accepted: its operation will tell. */
    public static Rejection unknown(CommandId operation) {
        var code = ProblemCode.ACCEPT_UNKNOWN;
        return new Rejection(code, code.meaning(), List.of(), operation, null);
    }

    /**
     * The quota has nothing left for them.
     *
     * @param used up, and first of those that the answer tells of
     */
    public static Rejection tooFast(Allowance used, Allowance... others) {
        var allowances = Stream.concat(Stream.of(used), Stream.of(others)).toList();
        return tooFast(ProblemCode.TOO_MANY_REQUESTS, new TooFast(used.quota().countedBy(), used.until(), allowances));
    }

    /** With a code of its own, such as {@code BACKLOG_FULL}. */
    public static Rejection tooFast(ProblemCode code, TooFast why) {
        return new Rejection(code, code.meaning(), List.of(), null, why);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return Optional.ofNullable(getMessage()).orElse(code.meaning());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<CommandId> operation() {
        return Optional.ofNullable(operation);
    }

    /** When to come back, if it came too early. */
    public Optional<TooFast> tooFast() {
        return Optional.ofNullable(tooFast);
    }
}
