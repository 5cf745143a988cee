package io.botyard.audit.bed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.entry.ChainHead;
import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryFilter;
import io.botyard.audit.entry.RecordedEntries;
import io.botyard.contract.UserId;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks at whole trails as they are kept. */
public final class Chains {
    private Chains() {}

    /** A user's entries from the first to the last. */
    public static List<Entry> of(ConfigurableApplicationContext instance, long user) {
        var filter = new EntryFilter(new UserId(user), null, null, null, null, null);
        return instance.getBean(RecordedEntries.class).newestFirst(filter, null, 100_000).stream()
                .sorted(Comparator.comparingLong(Entry::seq))
                .toList();
    }

    public static void assertIntact(ConfigurableApplicationContext instance, long user) {
        var head = ChainHead.genesis(new UserId(user));
        for (var entry : of(instance, user)) {
            assertThat(entry.follows(head))
                    .as("entry %d of %d", entry.seq(), user)
                    .isTrue();
            head = entry.head();
        }
    }
}
