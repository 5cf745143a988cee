package io.botyard.audit.search;

import io.botyard.audit.entry.RecordedEntries;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for admins. */
@RestController
final class TrailController {
    private final RecordedEntries entries;

    TrailController(RecordedEntries entries) {
        this.entries = entries;
    }

    @GetMapping("/audit")
    TrailPage search(@RequestParam MultiValueMap<String, String> query) {
        var search = SearchParameters.read(query);
        return TrailPage.of(entries.newestFirst(search.filter(), search.before(), search.limit() + 1), search.limit());
    }
}
