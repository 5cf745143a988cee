package io.botyard.audit.activity.store;

import io.botyard.audit.entry.QueryParameters;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which bots are not well, for admins. */
@RestController
final class HealthController {
    private static final Set<String> PARAMETERS = Set.of("cursor", "limit");
    private final HealthRows rows;

    HealthController(HealthRows rows) {
        this.rows = rows;
    }

    @GetMapping("/health")
    HealthPage ill(@RequestParam MultiValueMap<String, String> query) {
        var parameters = new QueryParameters(query, PARAMETERS);
        var before = parameters.one("cursor", "is a next_cursor of this list", HealthPlace::read);
        var limit = parameters.limit();
        parameters.complete();
        return HealthPage.of(rows.ill(before, limit + 1), limit);
    }
}
