package io.botyard.audit.entry;

import io.botyard.contract.Message;
import java.util.List;

/** What is kept of what was read. Several projections keep their parts of one batch in one transaction. */
public interface Projection {
    /**
     * Keeps what these messages say, inside the transaction of the caller: all of it is committed together with the
     * positions they were read up to, or none. Messages come in the order of each partition; between partitions there
     * is no order. Any of them may have been kept before, and then changes nothing.
     */
    void keep(List<Message> batch);
}
