package io.botyard.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.RunningSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ControlTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    @Test
    void showsTheLedger() {
        sandbox.bot().say(5, "hello " + RunningSandbox.TOKEN);
        sandbox.bot("8:a").get("getMe");

        Answered all = sandbox.control().get("/sandbox/calls");
        JsonNode first = all.json().path("calls").get(0);

        assertThat(all.json().path("calls").size()).isEqualTo(2);
        assertThat(first.path("bot_id").asLong()).isEqualTo(RunningSandbox.BOT);
        assertThat(first.path("chat_id").asString()).isEqualTo("5");
        assertThat(first.path("answer").path("status").asInt()).isEqualTo(200);
        assertThat(all.text()).doesNotContain(RunningSandbox.TOKEN);
        assertThat(sandbox.control()
                        .get("/sandbox/calls?bot_id=8&method=getMe&after=1")
                        .json()
                        .path("calls")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void showsTheLedgerInPages() {
        sandbox.bot().get("getMe");
        sandbox.bot().get("getMe");

        JsonNode page = sandbox.control().get("/sandbox/calls?limit=1").json();

        assertThat(page.path("next").asLong()).isEqualTo(1);
        assertThat(sandbox.control()
                        .get("/sandbox/calls?limit=5&after=1")
                        .json()
                        .path("next")
                        .isNull())
                .isTrue();
    }

    @Test
    void ordersFaults() {
        Answered ordered = sandbox.control()
                .post(
                        "/sandbox/faults",
                        "{\"bot_id\":4711,\"method\":\"sendMessage\",\"chat_id\":5,\"retry_after\":3,\"times\":2}");

        assertThat(ordered.status()).isEqualTo(201);
        assertThat(sandbox.control()
                        .get("/sandbox/faults")
                        .json()
                        .path("faults")
                        .get(0)
                        .path("error_code")
                        .asInt())
                .isEqualTo(429);
        assertThat(sandbox.bot().get("sendMessage?chat_id=5&text=a").status()).isEqualTo(429);
        sandbox.control().delete("/sandbox/faults");
        assertThat(sandbox.bot().get("sendMessage?chat_id=5&text=a").ok()).isTrue();
    }

    @Test
    void takesUpdatesForABot() {
        Answered queued = sandbox.control()
                .post(
                        "/sandbox/updates",
                        "{\"bot_id\":4711,\"update\":{\"update_id\":77,\"message\":{\"text\":\"a\"}}}");

        assertThat(queued.json().path("update_id").asLong()).isEqualTo(77);
        assertThat(sandbox.bot()
                        .get("getUpdates")
                        .result()
                        .get(0)
                        .path("update_id")
                        .asLong())
                .isEqualTo(77);
        assertThat(sandbox.control()
                        .post("/sandbox/updates", "{\"bot_id\":4711,\"update\":{\"message_reaction\":{}}}")
                        .json()
                        .path("queued")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void revokesABot() {
        sandbox.bot().get("getMe");

        assertThat(sandbox.control().post("/sandbox/bots/4711/revoke", "").status())
                .isEqualTo(200);
        assertThat(sandbox.bot().get("getMe").status()).isEqualTo(401);
    }

    @Test
    void forgetsEverythingWhenReset() {
        sandbox.bot().say(5, "a");
        sandbox.bot().get("setWebhook?url=https://bots.example.org/hook");
        sandbox.control().post("/sandbox/bots/4711/revoke", "");
        sandbox.control().post("/sandbox/faults", "{\"error_code\":500}");

        assertThat(sandbox.control().delete("/sandbox").status()).isEqualTo(200);

        assertThat(sandbox.it().ledger().calls()).isEmpty();
        assertThat(sandbox.bot().get("getWebhookInfo").result().path("url").asString())
                .isEmpty();
        assertThat(sandbox.control().get("/sandbox").json().path("last_seq").asLong())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/sandbox/calls?limit=0||400|limit is 1 to 1000",
                "GET|/sandbox/calls?bot_id=x||400|bot_id is a whole number",
                "GET|/sandbox/calls?colour=red||400|unknown parameter colour",
                "GET|/sandbox/calls?limit=99999999999||400|integer overflow",
                "POST|/sandbox/calls||405|only GET",
                "POST|/sandbox/faults|nonsense|400|the body is not JSON",
                "POST|/sandbox/faults|[]|400|the body is not a JSON object",
                "POST|/sandbox/faults|{\"tims\":1}|400|unknown field tims",
                "POST|/sandbox/faults|{\"hang\":\"yes\"}|400|hang is true or false",
                "POST|/sandbox/faults|{\"error_code\":200}|400|error_code is 400 to 599",
                "POST|/sandbox/faults|{\"hang\":true,\"times\":0}|400|times is at least 1",
                "POST|/sandbox/faults|{\"error_code\":1.5}|400|error_code is a whole number",
                "POST|/sandbox/faults|{\"times\":3}|400|a fault has error_code, retry_after, migrate_to_chat_id, delay_ms, hang or drop_after_receipt",
                "PUT|/sandbox/faults||405|only GET, POST or DELETE",
                "POST|/sandbox/updates|{\"update\":{}}|400|bot_id is missing",
                "POST|/sandbox/updates|{\"bot_id\":1}|400|update is missing",
                "POST|/sandbox/updates|{\"bot_id\":1,\"update\":5}|400|update is an object",
                "GET|/sandbox/bots/4711/revoke||405|only POST",
                "POST|/sandbox/bots/me/revoke||404|there is no such endpoint",
                "POST|/sandbox/pace|{\"bot\":{\"sends\":0}}|400|sends, burst and time of a rate are positive",
                "POST|/sandbox||405|only GET or DELETE",
                "GET|/sandbox/elsewhere||404|there is no such endpoint"
            })
    void saysWhatItDoesNotUnderstand(String verb, String path, String body, int status, String why) {
        Answered answered = sandbox.control().send(verb, path, body == null ? "" : body);

        assertThat(answered.status()).isEqualTo(status);
        assertThat(answered.json().path("error").asString()).isEqualTo(why);
    }
}
