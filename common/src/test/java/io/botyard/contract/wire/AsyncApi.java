package io.botyard.contract.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botyard.contract.Json;
import io.botyard.contract.Message;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotHealthChanged;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.Event;
import io.botyard.contract.event.HeadsSigned;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes the topics and their messages as an AsyncAPI 3 document, from the records themselves. */
final class AsyncApi {

    private static final Map<Topic, Class<? extends Message>> CARRIES = Map.of(
            Topic.BOT_COMMANDS, ControlCommand.class,
            Topic.BOT_CALLS, CallMethod.class,
            Topic.BOT_INTENTS, CallIntent.class,
            Topic.BOT_EVENTS, BotEvent.class,
            Topic.BOT_OUTCOMES, CallEvent.class,
            Topic.BOT_REPLIES, Event.class,
            Topic.AUDIT_ACCESS, AccessEvent.class,
            Topic.AUDIT_HEADS, HeadsSigned.class,
            Topic.OPS_ACTIVITY, ActivityCounted.class,
            Topic.OPS_HEALTH, BotHealthChanged.class);

    private AsyncApi() {}

    static Map<String, Object> document() {
        var channels = new LinkedHashMap<String, Object>();
        for (var topic : Topic.values()) {
            channels.put(topic.topicName(), channel(topic));
        }
        var messages = new TreeMap<String, Object>();
        MessageTypes.all().forEach((name, type) -> messages.put(Message.kindOf(type), message(name, type)));
        return ordered(
                "asyncapi",
                "3.0.0",
                "info",
                ordered(
                        "title", "Botyard over Kafka",
                        "version", "0.1.0",
                        "description",
                                "Key = user id as decimal text, except bot.replies, whose partition is its gateway's, and "
                                        + "audit.heads and the platform's part of ops.activity, whose partition is that of the users "
                                        + "they tell of. "
                                        + "Attributes are CloudEvents headers, values JSON. Changes are additive."),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "components",
                ordered("messages", messages));
    }

    private static Map<String, Object> channel(Topic topic) {
        var messages = new TreeMap<String, Object>();
        var carried = CARRIES.get(topic);
        if (carried != null) {
            MessageTypes.all().values().stream()
                    .filter(carried::isAssignableFrom)
                    .map(Message::kindOf)
                    .forEach(kind -> messages.put(kind, ordered("$ref", "#/components/messages/" + kind)));
        }
        var configuration = ordered("retention.ms", topic.retention().toMillis());
        if (topic.compacted()) {
            configuration.put("cleanup.policy", List.of("compact", "delete"));
        }
        return ordered(
                "address", topic.topicName(),
                "messages", messages,
                "bindings", ordered("kafka", ordered("topicConfiguration", configuration)));
    }

    private static Map<String, Object> message(String name, Class<? extends Message> type) {
        var headers = new LinkedHashMap<String, Object>();
        for (var header : List.of("ce_id", "ce_source", "ce_time", "ce_subject", "ce_specversion", "content-type")) {
            headers.put(header, ordered("type", "string"));
        }
        headers.put("ce_type", ordered("const", name));
        headers.put(
                "traceparent",
                ordered("type", "string", "description", "W3C Trace Context, of a record that belongs to a trace."));
        return ordered(
                "name", name,
                "headers", ordered("type", "object", "properties", headers),
                "payload", schemaOf(type));
    }

    private static Object schemaOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return ordered(
                    "type",
                    "array",
                    "uniqueItems",
                    list.getRawType() == Set.class,
                    "items",
                    schemaOf(list.getActualTypeArguments()[0]));
        }
        return schemaOf((Class<?>) type);
    }

    private static Object schemaOf(Class<?> type) {
        if (type == String.class || type == UUID.class) {
            return ordered("type", "string");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == boolean.class) {
            return ordered("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return ordered("type", "integer");
        }
        if (type == BigDecimal.class) {
            return ordered("type", "number");
        }
        if (type == Json.class) {
            return ordered("description", "any JSON");
        }
        if (type.isEnum()) {
            return ordered(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> WireJson.mapper().valueToTree(constant))
                            .toList());
        }
        return objectOf(type);
    }

    private static Object objectOf(Class<?> type) {
        var only = type.getRecordComponents();
        if (only.length == 1 && only[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
            return schemaOf(only[0].getType());
        }
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        addProperties(type, properties, required);
        return ordered("type", "object", "properties", properties, "required", required);
    }

    private static void addProperties(Class<?> type, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addProperties(component.getType(), properties, required);
                continue;
            }
            var name = component
                    .getName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                    .toLowerCase(Locale.ROOT);
            properties.put(name, schemaOf(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
