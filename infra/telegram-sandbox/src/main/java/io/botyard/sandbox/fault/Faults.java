package io.botyard.sandbox.fault;

import io.botyard.sandbox.exchange.BotRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their calls, in the order they were ordered. The first that matches is used up by one. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();
    private volatile boolean none = true;

    public void add(Fault fault) {
        synchronized (waiting) {
            waiting.add(fault);
            none = false;
        }
    }

    /** What is still to come; {@code times} counts down. */
    public List<Fault> waiting() {
        synchronized (waiting) {
            return List.copyOf(waiting);
        }
    }

    public void clear() {
        synchronized (waiting) {
            waiting.clear();
            none = true;
        }
    }

    public Optional<Fault> take(BotRequest request) {
        if (none) {
            return Optional.empty();
        }
        synchronized (waiting) {
            for (int i = 0; i < waiting.size(); i++) {
                Fault fault = waiting.get(i);
                if (fault.meets(request)) {
                    useUp(i, fault);
                    return Optional.of(fault);
                }
            }
            return Optional.empty();
        }
    }

    private void useUp(int place, Fault fault) {
        if (fault.times() > 1) {
            waiting.set(place, fault.times(fault.times() - 1));
        } else {
            waiting.remove(place);
            none = waiting.isEmpty();
        }
    }
}
