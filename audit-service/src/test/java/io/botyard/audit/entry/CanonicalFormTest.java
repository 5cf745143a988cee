package io.botyard.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Actor;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The form is written down in words; here it is built from those words, so that neither changes alone. */
class CanonicalFormTest {
    @Test
    void theHashCanBeComputedFromTheDocumentedFormAlone() throws Exception {
        var said = new Statement(
                new EventId(UUID.fromString("0190a6f0-0000-7000-8000-0000000000AB")),
                new UserId(41),
                Instant.parse("2026-03-01T12:00:00.123Z"),
                new Actor(new UserId(1), Role.ADMIN, Via.SESSION, null, "Mozilla ☃"),
                "bot_verified",
                EntryOutcome.OK,
                new Json("{\"id\":7}"),
                "req-1");
        var fields = Arrays.<@Nullable String>asList(
                "botyard-entry-1",
                "0".repeat(64),
                "1",
                "41",
                "0190a6f0-0000-7000-8000-0000000000ab",
                "1772366400123",
                "1",
                "admin",
                "session",
                null,
                "Mozilla ☃",
                "bot_verified",
                "ok",
                "{\"id\":7}",
                "req-1");
        assertThat(ChainHead.genesis(new UserId(41)).next(said).hash().hex()).isEqualTo(sha256(fields));
    }

    private static String sha256(List<@Nullable String> fields) throws Exception {
        var bytes = ByteBuffer.allocate(4096);
        for (var field : fields) {
            if (field == null) {
                bytes.putInt(0xFFFFFFFF);
            } else {
                var text = field.getBytes(StandardCharsets.UTF_8);
                bytes.putInt(text.length).put(text);
            }
        }
        var digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes.array(), bytes.position()));
        return HexFormat.of().formatHex(digest);
    }
}
