package io.botyard.worker.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotRowId;
import io.botyard.contract.BotToken;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A webhook's secret is made of the token, and shows nothing of it. */
class WebhookSecretTest {

    private static final BotToken TOKEN = new BotToken("4711:" + "a".repeat(35));
    private static final BotToken OTHER = new BotToken("4711:" + "b".repeat(35));
    private static final BotRowId BOT = new BotRowId(7);

    @Test
    void itIsTheSameAsLongAsTokenAndBotAre() {
        assertThat(WebhookSecret.of(TOKEN, BOT)).isEqualTo(WebhookSecret.of(TOKEN, BOT));
        assertThat(WebhookSecret.of(OTHER, BOT)).isNotEqualTo(WebhookSecret.of(TOKEN, BOT));
        assertThat(WebhookSecret.of(TOKEN, new BotRowId(8))).isNotEqualTo(WebhookSecret.of(TOKEN, BOT));
    }

    @Test
    void telegramTakesItAndNobodySeesIt() {
        var secret = WebhookSecret.of(TOKEN, BOT);
        assertThat(secret.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(secret.toString()).doesNotContain(secret.value());
    }

    @Test
    void itIsRecognizedByItsDigest() throws NoSuchAlgorithmException {
        var secret = WebhookSecret.of(TOKEN, BOT);
        var digest = MessageDigest.getInstance("SHA-256").digest(secret.value().getBytes(UTF_8));
        assertThat(secret.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    }
}
