package io.botyard.audit.operations;

import io.botyard.audit.entry.Caller;
import io.botyard.contract.CommandId;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of a command, for whoever gave it, and for admins. */
@RestController
final class OperationsController {
    private final OperationRows operations;

    OperationsController(OperationRows operations) {
        this.operations = operations;
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
