package io.botyard.audit.trail;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whose fault a failure is. Where in doubt it is the infrastructure's, which is waited for: waiting loses nothing,
 * setting a good record aside does.
 */
final class Fault {
    /** Values Postgres does not take, constraints, and limits such as a row too long. */
    private static final Set<String> OF_THE_VALUE = Set.of("21", "22", "23", "54");

    private Fault() {}

    /**
     * Why this record can never be kept, or nothing when the failure says nothing about the record. Quotes no value.
     */
    static Optional<String> ofTheRecord(RuntimeException failure) {
        return switch (failure) {
            case Replaced _, KafkaException _ -> Optional.empty();
            case DataAccessException _, TransactionException _ -> refusedValue(failure);
            default -> Optional.of(failure.getClass().getSimpleName());
        };
    }

    private static Optional<String> refusedValue(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                ? Optional.ofNullable(sql.getSQLState())
                        .filter(state -> state.length() == 5 && OF_THE_VALUE.contains(state.substring(0, 2)))
                        .map(state -> "the database refuses it: SQLSTATE " + state)
                : Optional.empty();
    }
}
