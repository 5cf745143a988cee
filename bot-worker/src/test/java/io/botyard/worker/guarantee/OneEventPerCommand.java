package io.botyard.worker.guarantee;

import java.util.ArrayList;
import java.util.List;

/** Every control command comes to exactly one event, however often it is read and told. */
final class OneEventPerCommand implements Guarantee {

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var control : history.controls()) {
            var command = control.message().commandId();
            var events = history.eventsOf(command).stream()
                    .map(event -> event.head().eventId())
                    .distinct()
                    .toList();
            if (events.size() != 1) {
                broken.add(control.message().kind() + " " + command + " has the events " + events);
            }
        }
        return broken;
    }
}
