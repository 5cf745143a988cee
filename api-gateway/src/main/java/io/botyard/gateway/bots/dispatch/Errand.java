package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.Origin;
import io.botyard.gateway.operations.Listening;
import io.botyard.gateway.operations.Replies;
import java.time.Duration;
import java.time.Instant;

/**
 * What a request wants done: the command it becomes, what ends that, and what its client is then told.
 *
 * @param <T> what is waited for
 */
public interface Errand<T> {

    /** Whose bot it is about. */
    UserId owner();

    /** How long it is waited for unless the client prefers otherwise. */
    Duration patience();

    /** Its command, unless it can be seen from here that it would be turned down. */
    Order order(Origin origin);

    /** Waits for its end; to be called before the command is sent. */
    Listening<T> listen(Replies replies, CommandId command);

    /** What is told of an end; a refusal is a rejection. */
    Reply told(T end, Instant acceptedAt);
}
