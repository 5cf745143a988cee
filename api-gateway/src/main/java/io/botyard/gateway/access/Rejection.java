package io.botyard.gateway.access;

import io.botyard.contract.CommandId;
import java.util.List;
import java.util.Optional;
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

    private Rejection(ProblemCode code, String detail, List<FieldError> errors, @Nullable CommandId operation) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.operation = operation;
    }

    public static Rejection of(ProblemCode code) {
        return new Rejection(code, code.meaning(), List.of(), null);
    }

    /** With a detail of this very request, which must quote nothing secret. */
    public static Rejection of(ProblemCode code, String detail) {
        return new Rejection(code, detail, List.of(), null);
    }

    public static Rejection invalid(List<FieldError> errors) {
        return new Rejection(ProblemCode.VALIDATION_FAILED, ProblemCode.VALIDATION_FAILED.meaning(), errors, null);
    }

    public static Rejection invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** It may have been accepted: its operation will tell. */
    public static Rejection unknown(CommandId operation) {
        return new Rejection(ProblemCode.ACCEPT_UNKNOWN, ProblemCode.ACCEPT_UNKNOWN.meaning(), List.of(), operation);
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
}
