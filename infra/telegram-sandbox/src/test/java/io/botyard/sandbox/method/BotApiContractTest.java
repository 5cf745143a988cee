package io.botyard.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.BotCaller;
import io.botyard.sandbox.RunningSandbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotApiContractTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    static Stream<BiFunction<BotCaller, Map<String, String>, Answered>> forms() {
        return Stream.of(
                (bot, fields) -> bot.get("sendMessage", fields),
                (bot, fields) -> bot.form("sendMessage", fields),
                (bot, fields) -> bot.multipart("sendMessage", fields),
                (bot, fields) -> bot.json(
                        "sendMessage",
                        "{\"chat_id\":" + fields.get("chat_id") + ",\"text\":\"" + fields.get("text") + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsEveryFormOfARequest(BiFunction<BotCaller, Map<String, String>, Answered> form) {
        Answered answered = form.apply(sandbox.bot(), Map.of("chat_id", "42", "text", "Grüße, 世界 🌍"));

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.ok()).isTrue();
        assertThat(answered.result().path("text").asString()).isEqualTo("Grüße, 世界 🌍");
        assertThat(answered.result().path("chat").path("id").asLong()).isEqualTo(42);
        assertThat(answered.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void introducesTheBotThatItsTokenNames() {
        Answered answered = sandbox.bot().get("getMe");

        assertThat(answered.result().path("id").asLong()).isEqualTo(RunningSandbox.BOT);
        assertThat(answered.result().path("is_bot").asBoolean()).isTrue();
        assertThat(answered.result().path("username").asString()).isEqualTo("sandbox_4711_bot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GETME", "getme", "GetMe"})
    void doesNotMindTheCaseOfAMethod(String method) {
        assertThat(sandbox.bot().get(method).result().path("is_bot").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123:abc",
                "abc:def",
                "123",
                ":abc",
                "18014398509481984:abc",
                "-5:abc",
                "123:",
                "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesWhatIsNoToken(String token) {
        Answered answered = sandbox.bot(token).get("getMe");

        assertThat(answered.status()).isEqualTo(401);
        assertThat(answered.text()).isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    }

    @Test
    void knowsEveryWellFormedToken() {
        assertThat(sandbox.bot("18014398509481983:x").get("getMe").ok()).isTrue();
        assertThat(sandbox.bot("5%3Aabc").get("getMe").ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/bot4711:abc, 404, Not Found",
        "/bot, 404, Not Found",
        "/, 404, Not Found",
        "/elsewhere, 404, Not Found",
        "/file/bot4711:abc/photos/1.jpg, 404, Not Found",
        "/bot4711:abc/, 404, Not Found: method not found",
        "/bot4711:abc/get_me, 404, Not Found: method not found"
    })
    void findsNothingElsewhere(String path, int status, String description) {
        URI uri = URI.create(sandbox.it().uri() + path);
        Answered answered = sandbox.bot().send(HttpRequest.newBuilder(uri));

        assertThat(answered.status()).isEqualTo(status);
        assertThat(answered.description()).isEqualTo(description);
    }

    @Test
    void takesGetAndPostOnly() {
        HttpRequest.Builder put =
                HttpRequest.newBuilder(sandbox.bot().uri("getMe")).PUT(BodyPublishers.noBody());

        assertThat(sandbox.bot().send(put).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendChatAction", "setMyCommands", "pinChatMessage", "somethingOfNextYear"})
    void answersYesToEveryOtherMethod(String method) {
        assertThat(sandbox.bot()
                        .json(method, "{\"chat_id\":1,\"new_field\":{}}")
                        .text())
                .isEqualTo("{\"ok\":true,\"result\":true}");
    }

    @ParameterizedTest
    @CsvSource({
        "chat_id=0&text=a, Bad Request: chat not found",
        "chat_id=@no&text=a, Bad Request: chat not found",
        "chat_id=nobody&text=a, Bad Request: chat not found",
        "text=a, Bad Request: chat_id is empty",
        "chat_id=1, Bad Request: message text is empty",
        "chat_id=1&text=%20, Bad Request: message text is empty",
        "chat_id=1&text=a&parse_mode=TeX, Bad Request: unsupported parse_mode"
    })
    void refusesInTelegramsWords(String query, String description) {
        Answered answered = sandbox.bot().get("sendMessage?" + query);

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.ok()).isFalse();
        assertThat(answered.json().path("error_code").asInt()).isEqualTo(400);
        assertThat(answered.description()).isEqualTo(description);
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThat(sandbox.bot().say(1, "🌍".repeat(4096))).isPositive();
        assertThat(sandbox.bot()
                        .form("sendMessage", Map.of("chat_id", "1", "text", "🌍".repeat(4097)))
                        .description())
                .isEqualTo("Bad Request: message is too long");
    }

    @ParameterizedTest
    @CsvSource({"42, private", "-42, group", "-1001234567890, supergroup", "@some_channel, supergroup"})
    void knowsTheKindOfAChatByItsId(String chat, String type) {
        Answered answered = sandbox.bot().form("getChat", Map.of("chat_id", chat));

        assertThat(answered.result().path("type").asString()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1]", "text", "\"a\""})
    void refusesABodyThatIsNoJsonObject(String body) {
        Answered answered = sandbox.bot().json("sendMessage", body);

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.description()).startsWith("Bad Request: ");
    }

    @Test
    void refusesARevokedTokenAndTakesTheNextOne() {
        sandbox.bot().get("getMe");
        sandbox.it().revoke(RunningSandbox.BOT);

        assertThat(sandbox.bot().get("getMe").status()).isEqualTo(401);
        assertThat(sandbox.bot("4711:a-new-one").get("getMe").ok()).isTrue();
    }

    @Test
    void revokesTheFirstTokenOfABotItHasNotSeen() {
        sandbox.it().revoke(RunningSandbox.BOT);

        assertThat(sandbox.bot().get("getMe").status()).isEqualTo(401);
        assertThat(sandbox.bot().get("getMe").status()).isEqualTo(401);
        assertThat(sandbox.bot("4711:a-new-one").get("getMe").ok()).isTrue();
    }
}
