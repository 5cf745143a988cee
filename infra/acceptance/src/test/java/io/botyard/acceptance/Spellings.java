package io.botyard.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.contract.wire.WireJson;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** How a text looks after programs have handed it on to each other. */
final class Spellings {

    private Spellings() {}

    /** Each with what it is called. */
    static Map<String, String> of(String text) {
        var spellings = new LinkedHashMap<String, String>();
        spellings.put("as it is", text);
        inBase64(text, spellings);
        inHex(text, spellings);
        inUrls(text, spellings);
        var json = json(text);
        spellings.put("in JSON", json);
        spellings.put("in JSON that is a text in JSON", json(json));
        spellings.put("in ASCII JSON", ascii(json));
        spellings.put("in JSON with escaped slashes", json.replace("/", "\\/"));
        spellings.put("in HTML", HtmlUtils.htmlEscape(text));
        return spellings;
    }

    /** Wherever it stands in what was encoded: what is at both ends is also made of what stands beside it. */
    private static void inBase64(String text, Map<String, String> spellings) {
        var bytes = text.getBytes(UTF_8);
        for (var before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            var sure = whole.substring(before == 0 ? 0 : before + 1, shifted.length * 8 / 6);
            spellings.put("in Base64 after " + before, sure);
            spellings.put(
                    "in URL-safe Base64 after " + before, sure.replace('+', '-').replace('/', '_'));
        }
    }

    private static void inHex(String text, Map<String, String> spellings) {
        var hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
        spellings.put("in hex", hex);
        spellings.put("in capital hex", hex.toUpperCase(Locale.ROOT));
    }

    private static void inUrls(String text, Map<String, String> spellings) {
        var form = URLEncoder.encode(text, UTF_8);
        spellings.put("in a form", form);
        spellings.put("in a URL", form.replace("+", "%20"));
        spellings.put("in a URL of a URL", URLEncoder.encode(form.replace("+", "%20"), UTF_8));
        var every = HexFormat.of().withPrefix("%");
        spellings.put("in a URL, every byte", every.formatHex(text.getBytes(UTF_8)));
        spellings.put("in a URL, every byte in capitals", every.withUpperCase().formatHex(text.getBytes(UTF_8)));
    }

    /** Without the quotation marks around it. */
    private static String json(String text) {
        var quoted = WireJson.mapper().writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String ascii(String text) {
        var ascii = new StringBuilder();
        text.chars().forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return ascii.toString();
    }
}
