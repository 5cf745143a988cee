package io.botyard.audit.fleet.store;

import io.botyard.audit.entry.QueryParameters;
import io.botyard.audit.fleet.FleetSettings;
import io.botyard.audit.fleet.RecentLag;
import io.botyard.audit.fleet.WorkersInputs;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the workers stand, for admins. */
@RestController
final class FleetController {
    private final WorkerRows rows;
    private final RecentLag lag;
    private final WorkersInputs inputs;
    private final FleetSettings settings;

    FleetController(WorkerRows rows, RecentLag lag, WorkersInputs inputs, FleetSettings settings) {
        this.rows = rows;
        this.lag = lag;
        this.inputs = inputs;
        this.settings = settings;
    }

    @GetMapping("/fleet")
    FleetAnswer fleet(@RequestParam MultiValueMap<String, String> query) {
        new QueryParameters(query, Set.of()).complete();
        return FleetAnswer.of(
                rows.now(), inputs.partitions(), rows.all(), rows.holders(), lag.get(), settings.silentAfter());
    }
}
