package io.botyard.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Texts that are looked for, by what they are, in every spelling. */
final class Marks {

    private static final int CHUNK = 4 * 1024 * 1024;
    private static final int BEGINNING = 3;

    private static final class Mark {
        private final String what;
        private final byte[] bytes;

        private Mark(String what, byte[] bytes) {
            this.what = what;
            this.bytes = bytes;
        }

        private boolean standsIn(byte[] text, int at, int end) {
            return at + bytes.length <= end && Arrays.equals(text, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    /** By their first three bytes, since there are many of them and gigabytes to search. */
    private final Map<Integer, List<Mark>> marks = new HashMap<>();

    private final BitSet beginnings = new BitSet(1 << (BEGINNING * 8));
    private int longest;

    /** One more. */
    void add(String what, String text) {
        Spellings.of(text).forEach((spelling, spelled) -> look(what + " " + spelling, spelled.getBytes(UTF_8)));
    }

    private void look(String what, byte[] bytes) {
        var beginning = beginning(bytes, 0);
        var alike = marks.computeIfAbsent(beginning, _ -> new ArrayList<>());
        if (alike.stream().noneMatch(known -> Arrays.equals(known.bytes, bytes))) {
            alike.add(new Mark(what, bytes));
        }
        beginnings.set(beginning);
        longest = Math.max(longest, bytes.length);
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
    }

    /** What of them stands in this text. */
    Set<String> in(String text) {
        var bytes = text.getBytes(UTF_8);
        return in(bytes, bytes.length);
    }

    /** What of them stands in the texts, and in which. */
    List<String> in(Map<String, ? extends Collection<String>> texts) {
        var found = new ArrayList<String>();
        texts.forEach((place, heard) ->
                heard.forEach(text -> in(text).forEach(what -> found.add(what + " in " + place + ": " + text))));
        return found;
    }

    /** What of them stands in the files below, whatever those are. */
    List<String> below(Path directory) throws IOException {
        return below(directory, _ -> true);
    }

    /** The same in some of them. */
    List<String> below(Path directory, Predicate<Path> which) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).filter(which).toList()) {
                try (var bytes = Files.newInputStream(file)) {
                    in(bytes).forEach(what -> found.add(what + " in " + directory.relativize(file)));
                }
            }
        }
        return found;
    }

    private Set<String> in(InputStream bytes) throws IOException {
        var found = new LinkedHashSet<String>();
        var window = new byte[longest + CHUNK];
        var kept = 0;
        for (var read = bytes.readNBytes(window, 0, CHUNK); read > 0; read = bytes.readNBytes(window, kept, CHUNK)) {
            var length = kept + read;
            found.addAll(in(window, length));
            // One that begins here may end in the next chunk.
            kept = Math.min(length, longest);
            System.arraycopy(window, length - kept, window, 0, kept);
        }
        return found;
    }

    private Set<String> in(byte[] bytes, int length) {
        var found = new LinkedHashSet<String>();
        for (var at = 0; at + BEGINNING <= length; at++) {
            var beginning = beginning(bytes, at);
            if (beginnings.get(beginning)) {
                for (var mark : marks.getOrDefault(beginning, List.of())) {
                    if (mark.standsIn(bytes, at, length)) {
                        found.add(mark.what);
                    }
                }
            }
        }
        return found;
    }
}
