package io.botyard.gateway.identity;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Not one of the usernames that could be taken for ours, in any case. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotReserved.Check.class)
@interface NotReserved {

    String message() default "is reserved";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares without regard to case. */
    final class Check implements ConstraintValidator<NotReserved, String> {

        private static final Set<String> RESERVED = Set.of("admin", "system", "support", "botyard");

        @Override
        public boolean isValid(@Nullable String username, ConstraintValidatorContext context) {
            return username == null || !RESERVED.contains(username.toLowerCase(Locale.ROOT));
        }
    }
}
