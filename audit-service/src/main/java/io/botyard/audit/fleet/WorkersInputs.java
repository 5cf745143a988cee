package io.botyard.audit.fleet;

import io.botyard.contract.wire.Topic;
import java.util.List;

/**
 * What workers read.
 *
 * @param partitions of each topic; the worker that holds a number has it of all of them
 */
public record WorkersInputs(int partitions) {
    public static final List<Topic> TOPICS = List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS);
}
