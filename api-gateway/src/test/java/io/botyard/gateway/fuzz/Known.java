package io.botyard.gateway.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Values that mean something to this gateway, told by its answers: ids to ask for, cursors to go on from. */
final class Known {

    private static final int MOST = 64;
    private static final List<String> TELLING = List.of("refresh_token", "token", "next_cursor", "email", "username");

    private final Map<String, List<String>> values = new ConcurrentHashMap<>();

    void add(String name, String value) {
        var list = values.computeIfAbsent(name, missing -> new ArrayList<>());
        synchronized (list) {
            if (list.size() == MOST) {
                list.removeFirst();
            }
            list.add(value);
        }
    }

    Optional<String> any(String name, RandomGenerator random) {
        var list = values.get(name);
        if (list == null) {
            return Optional.empty();
        }
        synchronized (list) {
            return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
        }
    }

    void learn(Shot shot, JsonNode answer) {
        if (answer.isArray() || answer.isObject()) {
            answer.properties().forEach(field -> tell(shot, field.getKey(), field.getValue()));
            answer.valueStream().forEach(part -> learn(shot, part));
        }
    }

    private void one(Shot shot, String collection, String id) {
        add(collection, id);
        add(of(shot.caller, collection), id);
    }

    /** Where the ids of somebody's own things are. */
    static String of(Callers.Caller caller, String collection) {
        return collection + " of " + caller.token();
    }

    private void tell(Shot shot, String name, JsonNode value) {
        if (!value.isString() && !value.isIntegralNumber()) {
            return;
        }
        switch (name) {
            case "id" -> one(shot, shot.call.collection(), value.asString());
            case "operation_id" -> one(shot, "/api/operations", value.asString());
            default -> {
                if (TELLING.contains(name)) {
                    add(name.equals("next_cursor") ? "cursor" : name, value.asString());
                }
            }
        }
    }
}
