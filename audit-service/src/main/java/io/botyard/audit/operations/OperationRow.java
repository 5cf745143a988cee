package io.botyard.audit.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallError.TelegramError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as a row and back. */
final class OperationRow {
    static final String COLUMNS = """
            operation_id, user_id, kind, method, status, attempts, accepted_at, finished_at, not_before, repeated, \
            result, result_omitted, error_code, error_message, telegram_error_code, telegram_description, \
            telegram_retry_after, late_outcome, migrated_to_chat_id, listed_at""";

    private OperationRow() {}

    /** In the order of {@link #COLUMNS}. */
    static List<@Nullable Object> values(Operation operation) {
        var result = operation.result();
        var error = operation.error();
        var telegram = error == null ? null : error.telegram();
        return Arrays.asList(
                operation.id().value(),
                operation.userId().value(),
                operation.kind(),
                operation.method(),
                word(operation.status()),
                operation.attempts(),
                time(operation.acceptedAt()),
                time(operation.finishedAt()),
                time(operation.notBefore()),
                operation.repeated(),
                result == null ? null : result.text(),
                operation.resultOmitted(),
                error == null ? null : error.code(),
                error == null ? null : error.message(),
                telegram == null ? null : telegram.errorCode(),
                telegram == null ? null : telegram.description(),
                telegram == null ? null : telegram.retryAfter(),
                word(operation.lateOutcome()),
                operation.migratedToChatId(),
                time(operation.acceptedAt() == null ? operation.finishedAt() : operation.acceptedAt()));
    }

    static ListedOperation listed(ResultSet row) throws SQLException {
        var operation = read(row);
        var listedAt = row.getObject("listed_at", OffsetDateTime.class).toInstant();
        return new ListedOperation(new OperationPlace(listedAt, operation.id()), operation);
    }

    static Operation read(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return new Operation(
                new CommandId(row.getObject("operation_id", UUID.class)),
                new UserId(row.getLong("user_id")),
                row.getString("kind"),
                row.getString("method"),
                OperationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                time(row, "accepted_at"),
                time(row, "finished_at"),
                time(row, "not_before"),
                row.getBoolean("repeated"),
                row.getObject("migrated_to_chat_id", Long.class),
                result == null ? null : new Json(result),
                row.getBoolean("result_omitted"),
                error(row),
                late(row.getString("late_outcome")));
    }

    private static @Nullable CallError error(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return code == null ? null : new CallError(code, row.getString("error_message"), telegram(row));
    }

    private static @Nullable TelegramError telegram(ResultSet row) throws SQLException {
        var description = row.getString("telegram_description");
        return description == null
                ? null
                : new TelegramError(
                        row.getInt("telegram_error_code"),
                        description,
                        row.getObject("telegram_retry_after", Integer.class));
    }

    private static @Nullable OperationStatus late(@Nullable String word) {
        return word == null ? null : OperationStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String word(@Nullable OperationStatus status) {
        return status == null ? null : status.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
