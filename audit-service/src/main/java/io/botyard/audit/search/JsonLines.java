package io.botyard.audit.search;

import io.botyard.audit.entry.Entry;
import tools.jackson.databind.json.JsonMapper;

/** Each entry as the search has it, in a line of its own. */
record JsonLines(JsonMapper json) implements Lines {
    @Override
    public String heading() {
        return "";
    }

    @Override
    public String of(Entry entry) {
        return json.writeValueAsString(TrailPage.Item.of(entry)) + "\n";
    }
}
