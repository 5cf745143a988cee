package io.botyard.contract.wire;

import io.botyard.contract.Message;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.Event;
import io.botyard.contract.event.HeadsSigned;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every message there is, by its CloudEvents type. The list is the sealed types themselves. */
public final class MessageTypes {

    private static final String PREFIX = "io.botyard.";

    private static final Map<String, Class<? extends Message>> BY_NAME = Stream.of(
                    BotCommand.class,
                    Event.class,
                    AccessEvent.class,
                    CallIntent.class,
                    HeadsSigned.class,
                    ActivityCounted.class)
            .flatMap(MessageTypes::records)
            .collect(Collectors.toUnmodifiableMap(MessageTypes::nameOf, Function.identity()));

    private MessageTypes() {}

    public static Map<String, Class<? extends Message>> all() {
        return BY_NAME;
    }

    public static String nameOf(Class<? extends Message> type) {
        return PREFIX + Message.kindOf(type);
    }

    public static Optional<Class<? extends Message>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Stream<Class<? extends Message>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(MessageTypes::records)
                : Stream.of(type.asSubclass(Message.class));
    }
}
