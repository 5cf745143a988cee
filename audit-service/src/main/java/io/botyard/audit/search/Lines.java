package io.botyard.audit.search;

import io.botyard.audit.entry.Entry;

/** How entries are written one after the other. */
interface Lines {
    /** What stands before the first; empty when nothing does. */
    String heading();

    /** One entry, with the end of its line. */
    String of(Entry entry);
}
