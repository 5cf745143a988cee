package io.botyard.gateway.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What was sent and how it was answered. */
final class Tally {

    private static final int TOO_MANY = 429;
    private static final int SHOWN = 40;

    private final LongAdder counted = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final Map<String, Map<Integer, LongAdder>> answers = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> spoilt = new ConcurrentSkipListMap<>();
    private final Set<String> succeeded = new ConcurrentSkipListSet<>();
    private final Map<String, String> broken = new ConcurrentHashMap<>();

    void count(Shot shot, Reply reply) {
        (reply.status() == TOO_MANY ? throttled : counted).increment();
        answers.computeIfAbsent(shot.call.toString(), call -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(reply.status(), status -> new LongAdder())
                .increment();
        (shot.spoilt.isEmpty() ? List.of("nothing") : shot.spoilt)
                .forEach(way ->
                        spoilt.computeIfAbsent(way, first -> new LongAdder()).increment());
        if (reply.status() < 300 && shot.isRouted()) {
            succeeded.add(shot.call.id());
        }
    }

    /** One example of each kind is enough. */
    void broken(long number, Shot shot, String how, String answer) {
        broken.putIfAbsent(
                shot.call.id() + " " + how.replaceAll("[0-9]+", "n"),
                "request %d %s%n    %s%n    %s".formatted(number, how, shot, answer));
    }

    long counted() {
        return counted.sum();
    }

    Set<String> succeeded() {
        return succeeded;
    }

    List<String> broken() {
        return new ArrayList<>(broken.values()).stream().limit(SHOWN).toList();
    }

    @Override
    public String toString() {
        return answers.entrySet().stream()
                        .map(call -> "%-52s %s".formatted(call.getKey(), call.getValue()))
                        .collect(Collectors.joining("\n"))
                + "\nspoilt by " + spoilt + "\n429, not counted: " + throttled;
    }
}
