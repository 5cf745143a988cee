package io.botyard.gateway.access;

import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.AccessEvent;

/**
 * Keeps what must leave this gateway together with the change it belongs to, when there is a transaction. What concerns
 * one user leaves in the order in which it was kept.
 */
public interface AccessLog {

    /**
     * When this returns, and the transaction it is part of commits, the record will reach the trail.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be kept: then what it tells of must not happen
     */
    void record(AccessEvent event);

    /**
     * When this returns, and the transaction it is part of commits, the command will reach the user's worker.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be kept: then what it belongs to must not happen
     */
    void order(ControlCommand command);
}
