package io.botyard.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Answer FINE = new Answer(200, null, null, null, null);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = Ledger.open(file(), NOON);
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void keepsCallsInTheOrderOfTheirArrival() {
        long first = ledger.arrived(request(1, "getMe", "{}"));
        long second = ledger.arrived(request(2, "sendMessage", "{\"chat_id\":5,\"text\":\"a\"}"));
        ledger.answered(second, new Answer(403, 403, "Forbidden", null, null));
        ledger.answered(first, FINE);

        List<Call> calls = ledger.calls();
        assertThat(calls).extracting(Call::seq).containsExactly(first, second);
        assertThat(calls).extracting(Call::method).containsExactly("getMe", "sendMessage");
        assertThat(calls.getFirst().answeredOk()).isTrue();
        assertThat(calls.getLast().chatId()).isEqualTo("5");
        assertThat(calls.getLast().text("text")).isEqualTo("a");
        assertThat(calls.getLast().at()).isEqualTo(NOON.instant());
        assertThat(calls.getLast().answeredAt()).isEqualTo(NOON.instant());
        assertThat(calls.getLast().answer()).isEqualTo(new Answer(403, 403, "Forbidden", null, null));
    }

    @Test
    void hasACallOnDiskBeforeItIsAnswered() throws IOException {
        ledger.arrived(request(1, "getMe", "{}"));

        assertThat(Files.readString(file())).startsWith("{\"seq\":1,").endsWith("}\n");
        assertThat(ledger.calls().getFirst().answer()).isNull();
        assertThat(ledger.calls().getFirst().answeredAt()).isNull();
    }

    @Test
    void readsInPages() {
        for (int i = 0; i < 2500; i++) {
            ledger.answered(ledger.arrived(request(i % 2 + 1, "getMe", "{}")), FINE);
        }

        assertThat(ledger.calls()).extracting(Call::seq).containsExactlyElementsOf(upTo(2500));
        assertThat(ledger.calls(CallFilter.all().ofBot(2))).hasSize(1250).allMatch(Call::answeredOk);
        assertThat(ledger.calls(CallFilter.all().after(2490))).hasSize(10);
        CallPage page = ledger.page(new CallFilter(null, null, 1024, 3));
        assertThat(page.calls()).extracting(Call::seq).containsExactly(1025L, 1026L, 1027L);
        assertThat(page.next()).isEqualTo(1027);
        assertThat(ledger.page(CallFilter.all().after(2500)).next()).isNull();
    }

    @Test
    void filtersByMethodWithoutRegardToCase() {
        ledger.arrived(request(1, "SENDmessage", "{}"));
        ledger.arrived(request(1, "getMe", "{}"));

        assertThat(ledger.calls(CallFilter.all().ofMethod("sendMessage"))).hasSize(1);
    }

    @Test
    void findsAnAnswerThatCameMuchLater() {
        long slow = ledger.arrived(request(1, "getUpdates", "{}"));
        for (int i = 0; i < 1500; i++) {
            ledger.answered(ledger.arrived(request(1, "getMe", "{}")), FINE);
        }
        ledger.answered(slow, FINE);

        assertThat(ledger.page(new CallFilter(null, null, 0, 1))
                        .calls()
                        .getFirst()
                        .answeredOk())
                .isTrue();
    }

    @Test
    void isThereAgainAfterItWasClosed() throws IOException {
        long answered = ledger.arrived(request(1, "sendMessage", "{\"chat_id\":5}"));
        ledger.answered(answered, new Answer(200, null, null, null, 17L));
        long unanswered = ledger.arrived(request(1, "getMe", "{}"));
        ledger.close();
        open();

        assertThat(ledger.calls()).extracting(Call::seq).containsExactly(answered, unanswered);
        assertThat(ledger.calls().getFirst().messageId()).isEqualTo(17);
        assertThat(ledger.arrived(request(1, "getMe", "{}"))).isEqualTo(unanswered + 1);
        assertThat(ledger.messageIdsBelow()).isGreaterThan(17);
    }

    @Test
    void cutsOffALineThatWasNotWrittenToItsEnd() throws IOException {
        long whole = ledger.arrived(request(1, "getMe", "{}"));
        ledger.close();
        Files.writeString(file(), "{\"seq\":2,\"at\":\"2026-", StandardOpenOption.APPEND);
        open();

        assertThat(ledger.calls()).extracting(Call::seq).containsExactly(whole);
        assertThat(ledger.arrived(request(1, "getMe", "{}"))).isEqualTo(whole + 1);
        assertThat(ledger.calls()).hasSize(2);
    }

    @Test
    void goesOnCountingWhenItIsEmptied() throws IOException {
        long before = ledger.arrived(request(1, "getMe", "{}"));
        ledger.answered(before, new Answer(200, null, null, null, 9L));
        long hanging = ledger.arrived(request(1, "getMe", "{}"));
        ledger.clear();
        ledger.answered(hanging, FINE);
        ledger.close();
        open();

        assertThat(ledger.calls()).isEmpty();
        assertThat(ledger.arrived(request(1, "getMe", "{}"))).isEqualTo(hanging + 1);
        assertThat(ledger.messageIdsBelow()).isGreaterThan(9);
    }

    @Test
    void holdsNoTokenAndNoSecret() throws IOException {
        Token token = Token.of("77:short").orElseThrow();
        String other = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
        String encoded = other.replace(":", "%3A");
        Parameters parameters = new Parameters(
                Json.read("{\"chat_id\":\"77:short\",\"secret_token\":\"hush\",\"text\":\"mine is 77:short\","
                                + "\"deep\":[{\"a\":\"see " + other + "!\"}],\"" + other + "\":1}")
                        .asObject());
        var seq = ledger.arrived(new BotRequest(token, "send77:short", parameters));
        ledger.answered(
                seq,
                new Answer(400, 400, "Bad Request: /bot" + other + " and /bot" + encoded + " are odd", null, null));
        ledger.flush();

        assertThat(Files.readString(file()))
                .doesNotContain("77:short", "hush", "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")
                .contains("mine is [redacted]", "/bot[redacted] and /bot[redacted] are odd");
    }

    @Test
    void holdsNoPaymentProvidersTokenWhereverItStands() throws IOException {
        String content = "{\"title\":\"Tea\",\"provider_token\":\"1:TEST:abc\"}";
        Parameters parameters = new Parameters(Json.object()
                .put("provider_token", "1:TEST:abc")
                .put("results", "[{\"id\":\"1\",\"input_message_content\":" + content + "}]")
                .put("broken", content.substring(1))
                .set("deep", Json.read(content)));
        ledger.arrived(new BotRequest(Token.of("77:short").orElseThrow(), "answerInlineQuery", parameters));
        ledger.flush();

        assertThat(Files.readString(file())).doesNotContain("1:TEST:abc").contains("Tea", "input_message_content");
    }

    @Test
    void refusesPagesOfNoSize() {
        assertThatThrownBy(() -> new CallFilter(null, null, 0, 0)).hasMessageContaining("limit");
        assertThatThrownBy(() -> new CallFilter(null, null, -1, 1)).hasMessageContaining("after");
    }

    private Path file() {
        return directory.resolve("calls.jsonl");
    }

    private static BotRequest request(long bot, String method, String json) {
        return new BotRequest(
                Token.of(bot + ":secret").orElseThrow(),
                method,
                new Parameters(Json.read(json).asObject()));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
