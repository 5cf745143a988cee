package io.botyard.gateway.fuzz;

import io.botyard.gateway.fuzz.Spoilers.Spoiler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Bodies that are not what their head says. */
final class BytesSpoilers {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final String CONTENT_TYPE = "Content-Type";

    private static final List<UnaryOperator<String>> MALFORMED = List.of(
            text -> text.substring(0, text.length() - 1),
            text -> text + "}",
            text -> text + " " + text,
            text -> "{\"twice\":1,\"twice\":2," + text.substring(1),
            text -> "{/* why */" + text.substring(1),
            text -> "{\"a\":NaN," + text.substring(1),
            text -> "{\"a\":01," + text.substring(1),
            text -> "{'a':1," + text.substring(1),
            text -> "{\"a\":\"\u0001\"," + text.substring(1),
            text -> "<json>" + text + "</json>");

    private final RandomGenerator random;

    BytesSpoilers(RandomGenerator random) {
        this.random = random;
    }

    List<Spoiler> all() {
        return List.of(
                new Spoiler("malformed JSON", this::malformed),
                new Spoiler("bytes that are not UTF-8", this::notUtf8),
                new Spoiler("an empty body", this::empty),
                new Spoiler("a body over 1 MiB", this::tooLarge),
                new Spoiler("a wrong content type", this::contentType),
                new Spoiler("chunks", this::chunked),
                new Spoiler("false framing", this::framing));
    }

    private boolean malformed(Shot shot) {
        var body = shot.body();
        if (!isJson(shot) || body == null || shot.tree == null || !shot.tree.isObject()) {
            return false;
        }
        var more = shot.tree.isEmpty() ? "{\"b\":2}" : new String(body, StandardCharsets.UTF_8);
        shot.bytes = one(MALFORMED).apply(more).getBytes(StandardCharsets.UTF_8);
        shot.mustFail = true;
        return true;
    }

    private boolean notUtf8(Shot shot) {
        if (!isJson(shot)) {
            return false;
        }
        shot.bytes = "{\"a\":\"\u00FF\u00FE\"}".getBytes(StandardCharsets.ISO_8859_1);
        shot.mustFail = true;
        return true;
    }

    private boolean empty(Shot shot) {
        if (!isJson(shot)) {
            return false;
        }
        shot.bytes = new byte[0];
        shot.mustFail |= shot.call.bodyRequired();
        return true;
    }

    private boolean tooLarge(Shot shot) {
        if (random.nextInt(8) > 0) {
            return false;
        }
        shot.bytes = new byte[MOST_BYTES + 1 + random.nextInt(2000)];
        Arrays.fill(shot.bytes, (byte) ' ');
        shot.mustFail = true;
        return true;
    }

    private boolean contentType(Shot shot) {
        if (shot.tree == null) {
            return false;
        }
        shot.bytes = shot.body();
        var type = one(
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense", "", "*/*"));
        shot.instead(CONTENT_TYPE, type);
        shot.mustFail = shot.call.bodyRequired();
        return true;
    }

    private boolean chunked(Shot shot) {
        var body = shot.body();
        if (body == null) {
            return false;
        }
        // A body that nobody asks for is never read, and so never found too large.
        shot.mustFail &= !shot.call.bodies().isEmpty();
        var text = new String(body, StandardCharsets.ISO_8859_1);
        shot.header("Transfer-Encoding", "chunked");
        shot.bytes = (body.length == 0
                        ? "0\r\n\r\n"
                        : Integer.toHexString(body.length) + "\r\n" + text + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return true;
    }

    private boolean framing(Shot shot) {
        var framing = one(List.of("Content-Length: -1", "Content-Length: abc", "Transfer-Encoding: rot13"));
        shot.header(framing.replaceFirst(":.*", ""), framing.replaceFirst(".*: ", ""));
        shot.bytes = "{}".getBytes(StandardCharsets.UTF_8);
        shot.last = true;
        shot.mustFail = true;
        return true;
    }

    private static boolean isJson(Shot shot) {
        return shot.bytes == null && shot.contentType().equals("application/json");
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
