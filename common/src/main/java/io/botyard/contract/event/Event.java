package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.UUID;

/** Something that happened because of a command. */
public sealed interface Event extends Message permits BotEvent, CallEvent {

    EventHead head();

    @Override
    @JsonIgnore
    default UserId userId() {
        return head().userId();
    }

    @Override
    default UUID messageId() {
        return head().eventId().value();
    }

    @Override
    default Instant said() {
        return head().at();
    }
}
