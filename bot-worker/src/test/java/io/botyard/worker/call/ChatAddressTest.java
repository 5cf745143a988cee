package io.botyard.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.CallBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call is addressed anew, and nothing else in it changes by a byte. */
class ChatAddressTest {

    private static final long SUPERGROUP = -1_001_234_567_890L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"chat_id\":-7,\"text\":\"x\"}|{\"chat_id\":-1001234567890,\"text\":\"x\"}",
                "{ \"text\" : \"1.10\", \"chat_id\" : \"-7\" }|{ \"text\" : \"1.10\", \"chat_id\" : -1001234567890 }",
                "{\"a\":{\"chat_id\":1},\"b\":[{\"chat_id\":2}],\"chat_id\":-7}|{\"a\":{\"chat_id\":1},\"b\":[{\"chat_id\":2}],\"chat_id\":-1001234567890}",
                "{\"text\":\"\\\"chat_id\\\":5 \\u00e4 ü 😀\",\"chat_id\":-7,\"n\":1.50}|{\"text\":\"\\\"chat_id\\\":5 \\u00e4 ü 😀\",\"chat_id\":-1001234567890,\"n\":1.50}",
            })
    void jsonKeepsEverythingElseAsItIs(String before, String after) {
        assertThat(ChatAddress.in(CallBody.json(before), SUPERGROUP)).contains(CallBody.json(after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":\"x\"}", "{\"reply\":{\"chat_id\":1}}", "[1]", "not json"})
    void aBodyThatNamesNoChatIsNotAddressedAnew(String body) {
        assertThat(ChatAddress.in(CallBody.json(body), SUPERGROUP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=b0", "multipart/form-data; charset=utf-8; boundary=\"b0\""})
    void aFormKeepsItsFilesByteForByte(String contentType) {
        var before = form("-7");
        var after = ChatAddress.in(CallBody.of(contentType, before.getBytes(StandardCharsets.ISO_8859_1)), SUPERGROUP);
        assertThat(after)
                .contains(CallBody.of(
                        contentType, form(Long.toString(SUPERGROUP)).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aFormWithoutAChatIsNotAddressedAnew() {
        var form = "--b0\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nname=\"chat_id\"\r\n--b0--\r\n";
        var body = CallBody.of("multipart/form-data; boundary=b0", form.getBytes(StandardCharsets.UTF_8));
        assertThat(ChatAddress.in(body, SUPERGROUP)).isEmpty();
    }

    /** A file comes first that holds every byte, and looks like a form itself. */
    private static String form(String chat) {
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return "--b0\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"chat_id\"\r\nContent-Type: image/png\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1)
                + "name=\"chat_id\"\r\n\r\n1\r\n--b0\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n"
                + chat
                + "\r\n--b0\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nc\r\n--b0--\r\n";
    }
}
