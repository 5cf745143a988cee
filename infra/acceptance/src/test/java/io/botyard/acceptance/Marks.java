package io.botyard.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that are looked for, by what they are: as they are, and in Base64 wherever they stand in what was encoded. */
final class Marks {

    private static final int CHUNK = 4 * 1024 * 1024;

    private final Map<String, String> whats = new LinkedHashMap<>();
    private int longest;

    /** One more. */
    void add(String what, String text) {
        look(what, text);
        var bytes = text.getBytes(UTF_8);
        for (var before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The characters at both ends are also made of what stands beside it.
            look(what + " in Base64", encoded.substring(before == 0 ? 0 : 4, encoded.length() - 1));
        }
    }

    private void look(String what, String text) {
        whats.put(text, what);
        longest = Math.max(longest, text.length());
    }

    /** What of them stands in this text. */
    List<String> in(String text) {
        return whats.entrySet().stream()
                .filter(mark -> text.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What of them stands in the files below, whatever those are. */
    List<String> below(Path directory) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var bytes = Files.newInputStream(file)) {
                    in(bytes).forEach(what -> found.add(what + " in " + directory.relativize(file)));
                }
            }
        }
        return found;
    }

    private List<String> in(InputStream bytes) throws IOException {
        var found = new ArrayList<String>();
        var end = "";
        for (var chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
            var text = end + new String(chunk, ISO_8859_1);
            found.addAll(in(text));
            end = text.substring(Math.max(0, text.length() - longest));
        }
        return found.stream().distinct().toList();
    }
}
