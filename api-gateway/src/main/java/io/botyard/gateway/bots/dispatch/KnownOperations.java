package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.wire.WireJson;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.InternalTokens;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.store.KeyRotation;
import io.botyard.gateway.bots.store.KeyViews;
import io.botyard.gateway.operations.AuditAnswer;
import io.botyard.gateway.operations.AuditService;
import io.botyard.gateway.operations.Progress;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What audit-service knows of commands, as far as a caller may see it. */
@Component
public class KnownOperations {

    private static final String ROTATION = Message.kindOf(RotateKeys.class);

    private final AuditService audit;
    private final InternalTokens tokens;
    private final KeyViews keys;

    KnownOperations(AuditService audit, InternalTokens tokens, KeyViews keys) {
        this.audit = audit;
        this.tokens = tokens;
        this.keys = keys;
    }

    /** What is known of one; while audit-service is away the request ends here. */
    public Optional<KnownOperation> of(Caller caller, CommandId id) {
        return switch (audit.operation(id, tokens.of(caller))) {
            case AuditAnswer.Found(JsonNode body) -> Optional.of(known(id, body));
            case AuditAnswer.Absent() -> Optional.empty();
            case AuditAnswer.Invalid _, AuditAnswer.Away _ -> throw Rejection.of(ProblemCode.PART_AWAY);
        };
    }

    /** The same; while audit-service is away nothing is known. */
    Optional<KnownOperation> ofUnlessAway(Caller caller, CommandId id) {
        return audit.operation(id, tokens.of(caller)) instanceof AuditAnswer.Found(JsonNode body)
                ? Optional.of(known(id, body))
                : Optional.empty();
    }

    private KnownOperation known(CommandId id, JsonNode body) {
        if (published(body) instanceof ObjectNode fields
                && body.path("kind").asString("").equals(ROTATION)) {
            keys.rotation(id).ifPresent(rotation -> fields.set("progress", progress(rotation)));
        }
        return new KnownOperation(body);
    }

    private static JsonNode progress(KeyRotation rotation) {
        return WireJson.mapper().valueToTree(new Progress(rotation.rowsReencrypted(), rotation.rowsTotal()));
    }

    /** Without what only the services tell each other. */
    public static JsonNode published(JsonNode operation) {
        if (operation instanceof ObjectNode fields) {
            fields.remove(List.of("user_id", "method"));
            fields.putNull("progress");
        }
        return operation;
    }
}
