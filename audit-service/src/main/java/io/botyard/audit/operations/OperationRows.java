package io.botyard.audit.operations;

import io.botyard.audit.rows.CopiedRows;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Operations in Postgres. */
@Component
final class OperationRows {
    private static final String CHANGE = "INSERT INTO audit.operations (" + OperationRow.COLUMNS + """
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (operation_id) DO UPDATE SET
                kind = excluded.kind, method = excluded.method, status = excluded.status,
                attempts = excluded.attempts, accepted_at = excluded.accepted_at,
                finished_at = excluded.finished_at, not_before = excluded.not_before, repeated = excluded.repeated,
                result = excluded.result, result_omitted = excluded.result_omitted,
                error_code = excluded.error_code, error_message = excluded.error_message,
                telegram_error_code = excluded.telegram_error_code,
                telegram_description = excluded.telegram_description,
                telegram_retry_after = excluded.telegram_retry_after, late_outcome = excluded.late_outcome,
                migrated_to_chat_id = excluded.migrated_to_chat_id""";

    private final JdbcTemplate batches;
    private final JdbcClient sql;

    OperationRows(JdbcTemplate batches) {
        this.batches = batches;
        this.sql = JdbcClient.create(batches);
    }

    Optional<Operation> of(CommandId id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    Map<CommandId, Operation> of(Collection<CommandId> ids) {
        return sql
                .sql("SELECT " + OperationRow.COLUMNS + " FROM audit.operations WHERE operation_id = ANY (?)")
                .param(ids.stream().map(CommandId::value).toArray(UUID[]::new))
                .query((row, _) -> OperationRow.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Operation::id, Function.identity()));
    }

    /**
     * At most {@code limit} operations of this user. Going on from the last place of one answer skips and repeats none,
     * whatever comes in between.
     *
     * @param before only those older than this place; none: from the newest
     */
    List<ListedOperation> newestFirst(UserId user, @Nullable OperationPlace before, int limit) {
        var onwards = before == null ? "" : " AND (listed_at, operation_id) < (:listed_at, :id)";
        var query = sql.sql("SELECT " + OperationRow.COLUMNS + " FROM audit.operations WHERE user_id = :user" + onwards
                        + " ORDER BY listed_at DESC, operation_id DESC LIMIT :limit")
                .param("user", user.value())
                .param("limit", limit);
        if (before != null) {
            query = query.param("listed_at", before.listedAt().atOffset(ZoneOffset.UTC))
                    .param("id", before.id().value());
        }
        return query.query((row, _) -> OperationRow.listed(row)).list();
    }

    /**
     * Whoever writes holds the lock on the users' positions, so nothing came in between since they were read.
     *
     * @param known which of them are there already
     */
    void write(Collection<Operation> operations, Set<CommandId> known) {
        var parts = operations.stream().collect(Collectors.partitioningBy(operation -> known.contains(operation.id())));
        add(parts.getOrDefault(false, List.of()));
        change(parts.getOrDefault(true, List.of()));
    }

    private void add(List<Operation> operations) {
        if (!operations.isEmpty()) {
            CopiedRows.into(
                    batches,
                    "audit.operations (" + OperationRow.COLUMNS + ")",
                    operations.stream().map(OperationRow::values));
        }
    }

    /** One that was forgotten for its age since it was read comes back. */
    private void change(List<Operation> operations) {
        if (!operations.isEmpty()) {
            batches.batchUpdate(
                    CHANGE,
                    operations.stream()
                            .map(operation -> OperationRow.values(operation).toArray())
                            .toList());
        }
    }
}
