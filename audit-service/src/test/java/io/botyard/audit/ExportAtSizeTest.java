package io.botyard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An export of more bytes than there is memory arrives whole. */
@Tag("endurance")
class ExportAtSizeTest {
    private static final int ENTRIES = 400_000;
    private static final int LONG_DETAILS = 4_000;

    @Test
    void anExportThatIsLargerThanTheMemoryArrivesWhole() throws IOException, InterruptedException {
        try (var bed = AuditBed.fresh()) {
            var instance = bed.start();
            bed.sql().sql("""
                            INSERT INTO audit.entries
                            SELECT now(), 1 + number % 1000, number, gen_random_uuid(), now() - interval '1 s' * (number / 10),
                                1, 'user', 'session', '192.0.2.7', 'testkit', 'bot_registered', 'ok',
                                '{"x":"' || repeat('x', ?) || '"}', 'req-' || number, encode(sha256(number::text::bytea), 'hex')
                            FROM generate_series(1, ?) number""").params(LONG_DETAILS, ENTRIES).update();
            bed.sql().sql("ANALYZE audit.entries").update();
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + Door.of(instance).port() + "/audit/export?format=jsonl"))
                    .header("Authorization", "Bearer " + bed.gateway().token(1, "admin"))
                    .build();
            try (var http = HttpClient.newHttpClient();
                    var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
                var lines = 0;
                var bytes = 0L;
                var piece = new byte[65_536];
                for (var length = body.read(piece); length >= 0; length = body.read(piece)) {
                    bytes += length;
                    for (var i = 0; i < length; i++) {
                        lines += piece[i] == '\n' ? 1 : 0;
                    }
                }
                assertThat(lines).isEqualTo(ENTRIES);
                assertThat(bytes).isGreaterThan(Runtime.getRuntime().maxMemory());
            }
        }
    }
}
