package io.botyard.audit.activity.streams;

import io.botyard.contract.wire.WireJson;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** What is counted, as the stores and their changelogs keep it: JSON, so a later version reads what an earlier one kept. */
final class StateFormat {
    private StateFormat() {}

    static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom(
                (_, state) -> WireJson.mapper().writeValueAsBytes(state),
                (_, bytes) -> WireJson.mapper().readValue(bytes, type));
    }
}
