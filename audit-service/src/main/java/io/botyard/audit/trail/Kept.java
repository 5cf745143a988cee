package io.botyard.audit.trail;

import io.botyard.audit.entry.Entry;
import java.util.List;

/** What is kept now, and the entries that it recorded. */
record Kept(Batch batch, List<Entry> entries) {}
