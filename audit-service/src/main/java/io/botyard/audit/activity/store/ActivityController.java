package io.botyard.audit.activity.store;

import java.time.Clock;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much a bot does, or all of them, for admins. */
@RestController
final class ActivityController {
    private final ActivityRows rows;
    private final Clock clock;

    ActivityController(ActivityRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/activity")
    ActivityAnswer activity(@RequestParam MultiValueMap<String, String> query) {
        var span = ActivitySpan.read(query, clock.instant());
        return ActivityAnswer.of(span, rows.of(span.whose(), span.from(), span.until(), span.step()));
    }
}
