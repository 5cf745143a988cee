package io.botyard.worker.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.contract.BotRowId;
import io.botyard.contract.BotToken;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Telegram is to send along with a bot's updates, so that nobody else can send any. It follows from the bot's token
 * and its row, so that it is not kept anywhere; whoever only has to recognize it knows its SHA-256.
 *
 * @param value 43 characters of those that Telegram takes
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook, secret_token</a>
 */
public record WebhookSecret(String value) {

    private static final String ALGORITHM = "HmacSHA256";

    public static WebhookSecret of(BotToken token, BotRowId bot) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.value().getBytes(UTF_8), ALGORITHM));
            var secret = mac.doFinal(("botyard webhook of bot " + bot.value()).getBytes(UTF_8));
            return new WebhookSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** In hexadecimal digits. */
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[redacted]";
    }
}
