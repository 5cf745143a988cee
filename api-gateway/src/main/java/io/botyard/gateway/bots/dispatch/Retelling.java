package io.botyard.gateway.bots.dispatch;

import io.botyard.gateway.access.Caller;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What is told of an end that others have seen, to who asks again. */
public interface Retelling {

    /** A call is told of as the operation it is. */
    Retelling OPERATION = (caller, operation, known) -> Optional.of(Reply.ok(operation.json()));

    /** Nothing while a part of the end is still open. */
    Optional<Reply> of(Caller caller, KnownOperation operation, KnownOperations known);

    /** Of a change, from the facts its operation holds; a refusal is a rejection. */
    static Retelling change(Function<JsonNode, Reply> telling) {
        return (caller, operation, known) -> Optional.of(telling.apply(operation.done()));
    }
}
