package io.botyard.gateway.problems;

import io.botyard.gateway.access.FieldError;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a request that could not be read or is not valid. Quotes names, never values. */
final class Mistakes {

    /** What we call the ways in which Jakarta Validation finds fault. */
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required",
            "NotBlank", "required",
            "Size", "length",
            "Pattern", "form",
            "Email", "form",
            "NotReserved", "reserved");

    private static final String RANGE = "range";
    private static final String WRONG_TYPE = "wrong_type";

    private Mistakes() {}

    static Rejection in(BindingResult fields) {
        return Rejection.invalid(fields.getFieldErrors().stream()
                .map(error -> new FieldError(
                        Spelling.snakeCase(error.getField()),
                        CODES.getOrDefault(Optional.ofNullable(error.getCode()).orElse(""), RANGE),
                        Optional.ofNullable(error.getDefaultMessage()).orElse("is not valid")))
                .toList());
    }

    /** In a path it names nothing. */
    static Rejection in(MethodArgumentTypeMismatchException parameter) {
        if (parameter.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Rejection.of(ProblemCode.NOT_FOUND);
        }
        return Rejection.invalid(Spelling.snakeCase(parameter.getName()), WRONG_TYPE, "is not of the right type");
    }

    static Rejection in(HttpMessageNotReadableException body) {
        return switch (body.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Rejection.invalid(path(unknown), "unknown_field", "is not a field of this request");
            case MismatchedInputException empty
            when empty.getPath().isEmpty() && atTheEnd(empty) -> Rejection.of(ProblemCode.MALFORMED_JSON);
            case MismatchedInputException other ->
                Rejection.invalid(path(other), WRONG_TYPE, "is not of the right type");
            case DatabindException other -> Rejection.invalid(path(other), "form", "cannot be read");
            case InputCoercionException outOfRange ->
                Rejection.invalid(path(outOfRange), WRONG_TYPE, "is not of the right type");
            case null, default -> Rejection.of(ProblemCode.MALFORMED_JSON);
        };
    }

    /** Nothing, or something after the end. */
    private static boolean atTheEnd(MismatchedInputException failure) {
        var message = String.valueOf(failure.getOriginalMessage());
        return message.startsWith("No content") || message.startsWith("Trailing token");
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> Optional.ofNullable(step.getPropertyName()).orElseGet(() -> "[" + step.getIndex() + "]"))
                .collect(Collectors.joining("."));
    }
}
