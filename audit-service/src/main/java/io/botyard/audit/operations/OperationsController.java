package io.botyard.audit.operations;

import io.botyard.audit.entry.Caller;
import io.botyard.audit.entry.QueryParameters;
import io.botyard.contract.CommandId;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a command, for whoever gave it, and for admins. */
@RestController
final class OperationsController {
    private static final Set<String> PARAMETERS = Set.of("cursor", "limit");

    private final OperationRows operations;

    OperationsController(OperationRows operations) {
        this.operations = operations;
    }

    /** The caller's own, newest first; an admin's too are only their own. */
    @GetMapping("/operations")
    OperationPage operations(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        var parameters = new QueryParameters(query, PARAMETERS);
        var before = parameters.one("cursor", "is a next_cursor of this list", OperationPlace::read);
        var limit = parameters.limit();
        parameters.complete();
        return OperationPage.of(operations.newestFirst(caller.id(), before, limit + 1), limit);
    }

    /** Absent and not yours look alike. */
    @GetMapping("/operations/{id}")
    ResponseEntity<OperationAnswer> operation(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.of(operations
                .of(new CommandId(id))
                .filter(operation -> caller.maySee(operation.userId()))
                .map(OperationAnswer::of));
    }
}
