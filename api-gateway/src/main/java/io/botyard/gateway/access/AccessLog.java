package io.botyard.gateway.access;

import io.botyard.contract.event.AccessEvent;

/** Keeps what must reach the trail, together with the change it tells of when there is a transaction. */
public interface AccessLog {

    /**
     * When this returns, and the transaction it is part of commits, the record will reach the trail.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be kept: then what it tells of must not happen
     */
    void record(AccessEvent event);
}
