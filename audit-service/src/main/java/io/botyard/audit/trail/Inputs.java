package io.botyard.audit.trail;

import io.botyard.contract.Message;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.wire.Topic;
import java.util.Map;
import java.util.Set;

/** The topics that are read together, and what each may carry. */
final class Inputs {
    private static final Map<String, Class<? extends Message>> CARRIES = Map.of(
            Topic.BOT_COMMANDS.topicName(), ControlCommand.class,
            Topic.BOT_CALLS.topicName(), CallMethod.class,
            Topic.BOT_EVENTS.topicName(), BotEvent.class,
            Topic.BOT_OUTCOMES.topicName(), CallEvent.class,
            Topic.AUDIT_ACCESS.topicName(), AccessEvent.class,
            Topic.OPS_ACTIVITY.topicName(), ActivityCounted.class);

    private Inputs() {}

    static Set<String> topics() {
        return CARRIES.keySet();
    }

    static Class<? extends Message> carriedBy(String topic) {
        var type = CARRIES.get(topic);
        if (type == null) {
            throw new IllegalArgumentException("not an input: " + topic);
        }
        return type;
    }
}
