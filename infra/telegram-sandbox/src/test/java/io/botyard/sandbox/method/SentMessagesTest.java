package io.botyard.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.RunningSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentMessagesTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    @Test
    void editsWhatWasSent() {
        long id = sandbox.bot().say(7, "before");

        Answered edited = edit(id, "after");

        assertThat(edited.result().path("text").asString()).isEqualTo("after");
        assertThat(edited.result().path("edit_date").asLong()).isPositive();
        assertThat(edit(id, "after").description()).startsWith("Bad Request: message is not modified");
    }

    @Test
    void findsNoMessageOfAnotherBotOrChat() {
        long id = sandbox.bot().say(7, "mine");

        assertThat(sandbox.bot("9:other")
                        .form("editMessageText", editing(id, "yours"))
                        .description())
                .isEqualTo("Bad Request: message to edit not found");
        assertThat(sandbox.bot()
                        .form("deleteMessage", Map.of("chat_id", "8", "message_id", "" + id))
                        .description())
                .isEqualTo("Bad Request: message to delete not found");
    }

    @Test
    void deletesOnce() {
        Map<String, String> fields =
                Map.of("chat_id", "7", "message_id", "" + sandbox.bot().say(7, "gone soon"));

        assertThat(sandbox.bot().form("deleteMessage", fields).text()).isEqualTo("{\"ok\":true,\"result\":true}");
        assertThat(sandbox.bot().form("deleteMessage", fields).description())
                .isEqualTo("Bad Request: message to delete not found");
    }

    @Test
    void deletesSeveralAndPassesOverTheMissing() {
        long first = sandbox.bot().say(7, "one");
        String body = "{\"chat_id\":7,\"message_ids\":[" + first + ",999999]}";

        assertThat(sandbox.bot().json("deleteMessages", body).ok()).isTrue();
        assertThat(edit(first, "again").description()).isEqualTo("Bad Request: message to edit not found");
    }

    @Test
    void keepsAnInlineKeyboardUntilAnEditWithoutOne() {
        String keyboard = "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}";
        Answered sent =
                sandbox.bot().form("sendMessage", Map.of("chat_id", "7", "text", "press", "reply_markup", keyboard));
        long id = sent.messageId();

        assertThat(sent.result().path("reply_markup").path("inline_keyboard").size())
                .isEqualTo(1);
        assertThat(sandbox.bot()
                        .form("editMessageReplyMarkup", Map.of("chat_id", "7", "message_id", "" + id))
                        .result()
                        .has("reply_markup"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo", "document", "video", "audio", "voice", "animation", "sticker", "video_note"})
    void sendsFilesByIdAndByUpload(String field) {
        String method = "send" + field.replace("_", "");
        Answered byId = sandbox.bot().form(method, Map.of("chat_id", "7", field, "file-id-1", "caption", "see"));
        Answered uploaded = sandbox.bot().upload(method, Map.of("chat_id", "7"), field, "a.bin");

        assertThat(byId.result().path("caption").asString()).isEqualTo("see");
        for (Answered answered : List.of(byId, uploaded)) {
            var file = answered.result().path(field);
            assertThat((file.isArray() ? file.get(0) : file).path("file_id").asString())
                    .isNotEmpty();
        }
        assertThat(sandbox.bot().form(method, Map.of("chat_id", "7")).description())
                .isEqualTo("Bad Request: there is no " + field.replace('_', ' ') + " in the request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sendLocation|{\"chat_id\":7,\"latitude\":1.5,\"longitude\":2}|location",
                "sendVenue|{\"chat_id\":7,\"latitude\":1,\"longitude\":2,\"title\":\"a\",\"address\":\"b\"}|venue",
                "sendContact|{\"chat_id\":7,\"phone_number\":\"1\",\"first_name\":\"b\"}|contact",
                "sendPoll|{\"chat_id\":7,\"question\":\"a\",\"options\":[{\"text\":\"b\"},\"c\"]}|poll",
                "sendDice|{\"chat_id\":7}|dice"
            })
    void sendsOtherThings(String method, String body, String field) {
        assertThat(sandbox.bot().json(method, body).result().has(field)).isTrue();
    }

    @Test
    void sendsAnAlbumAsManyMessages() {
        Answered album = sandbox.bot()
                .json(
                        "sendMediaGroup",
                        "{\"chat_id\":7,\"media\":[{\"type\":\"photo\",\"media\":\"a\"},{\"type\":\"video\",\"media\":\"b\"}]}");

        assertThat(album.result().size()).isEqualTo(2);
        assertThat(album.result().get(0).path("media_group_id").asString())
                .isEqualTo(album.result().get(1).path("media_group_id").asString());
        assertThat(sandbox.it().ledger().calls().getLast().messageId())
                .isEqualTo(album.result().get(1).path("message_id").asLong());
    }

    @Test
    void forwardsAndCopies() {
        long id = sandbox.bot().say(7, "spread");
        Map<String, String> fields = Map.of("chat_id", "8", "from_chat_id", "7", "message_id", "" + id);

        assertThat(sandbox.bot()
                        .form("forwardMessage", fields)
                        .result()
                        .path("text")
                        .asString())
                .isEqualTo("spread");
        assertThat(sandbox.bot().form("copyMessage", fields).messageId()).isGreaterThan(id);
        assertThat(sandbox.bot()
                        .json("copyMessages", "{\"chat_id\":8,\"from_chat_id\":7,\"message_ids\":[" + id + ",5]}")
                        .result()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void changesCaptionsAndMedia() {
        long id = sandbox.bot()
                .form("sendPhoto", Map.of("chat_id", "7", "photo", "a", "caption", "old"))
                .messageId();

        Answered caption = sandbox.bot()
                .form("editMessageCaption", Map.of("chat_id", "7", "message_id", "" + id, "caption", "new"));
        Answered media = sandbox.bot()
                .json(
                        "editMessageMedia",
                        "{\"chat_id\":7,\"message_id\":" + id + ",\"media\":{\"type\":\"video\",\"media\":\"v\"}}");

        assertThat(caption.result().path("caption").asString()).isEqualTo("new");
        assertThat(media.result().has("video")).isTrue();
        assertThat(media.result().has("photo")).isFalse();
    }

    @Test
    void answersQueriesThatHaveAnId() {
        assertThat(sandbox.bot()
                        .form("answerCallbackQuery", Map.of("callback_query_id", "1"))
                        .ok())
                .isTrue();
        assertThat(sandbox.bot().get("answerCallbackQuery").description()).startsWith("Bad Request: query is too old");
    }

    @Test
    void remembersMessagesOverARestart() {
        long kept = sandbox.bot().say(7, "kept");
        long deleted = sandbox.bot().say(7, "deleted");
        edit(kept, "changed");
        sandbox.bot().form("deleteMessage", Map.of("chat_id", "7", "message_id", "" + deleted));

        sandbox.restart();

        assertThat(edit(kept, "changed").description()).startsWith("Bad Request: message is not modified");
        assertThat(edit(kept, "again").ok()).isTrue();
        assertThat(edit(deleted, "a").description()).isEqualTo("Bad Request: message to edit not found");
        assertThat(sandbox.bot().say(7, "next")).isGreaterThan(deleted);
    }

    private Answered edit(long id, String text) {
        return sandbox.bot().form("editMessageText", editing(id, text));
    }

    private static Map<String, String> editing(long id, String text) {
        return Map.of("chat_id", "7", "message_id", Long.toString(id), "text", text);
    }
}
