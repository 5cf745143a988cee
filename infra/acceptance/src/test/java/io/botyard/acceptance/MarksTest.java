package io.botyard.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that would not find a secret proves nothing: each spelling is found where it stands, and nothing where none does. */
class MarksTest {

    private static final String SECRET = "p\"ss/wörd & more+of it";

    @TempDir
    private Path directory;

    private final Marks marks = new Marks();

    @BeforeEach
    void mark() {
        marks.add("a password", SECRET);
    }

    /** Written by hand, as other programs write it. */
    static Stream<String> spellings() {
        return Stream.of(
                "p\"ss/wörd & more+of it",
                "p\\\"ss/wörd & more+of it",
                "p\\\"ss\\/wörd & more+of it",
                "p\\\"ss/w\\u00f6rd & more+of it",
                "p\\\\\\\"ss/wörd & more+of it",
                "p%22ss%2Fw%C3%B6rd+%26+more%2Bof+it",
                "p%22ss%2Fw%C3%B6rd%20%26%20more%2Bof%20it",
                "p%2522ss%252Fw%25C3%25B6rd%2520%2526%2520more%252Bof%2520it",
                "%70%22%73%73%2f%77%c3%b6%72%64%20%26%20%6d%6f%72%65%2b%6f%66%20%69%74",
                "%70%22%73%73%2F%77%C3%B6%72%64%20%26%20%6D%6F%72%65%2B%6F%66%20%69%74",
                "p&quot;ss/w&ouml;rd &amp; more+of it",
                "702273732f77c3b672642026206d6f72652b6f66206974",
                "702273732F77C3B672642026206D6F72652B6F66206974");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingIsFoundInATextAndInAFile(String spelling) throws IOException {
        var text = "{\"before\":\"" + spelling + "\"}";
        assertThat(marks.in(text)).singleElement().asString().startsWith("a password");
        Files.writeString(directory.resolve("a-file"), text);
        assertThat(marks.below(directory)).singleElement().asString().endsWith("in a-file");
        assertThat(marks.in(text.replace("rd", "r-d").replace("72", "7-2"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void inBase64ItIsFoundWhereverItStands(int before) {
        for (var after : List.of("", "x", "xy", "xyz")) {
            var bytes = ("x".repeat(before) + SECRET + after).getBytes(UTF_8);
            assertThat(marks.in(Base64.getEncoder().encodeToString(bytes))).isNotEmpty();
            assertThat(marks.in(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                    .isNotEmpty();
        }
    }

    @Test
    void bothAlphabetsOfBase64AreKnown() {
        var odd = "???>>>???>>>";
        marks.add("an odd one", odd);
        for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            assertThat(marks.in(encoder.encodeToString(odd.getBytes(UTF_8)))).hasSize(1);
        }
    }

    @Test
    void whatStandsBetweenTwoPiecesOfALargeFileIsFound() throws IOException {
        var piece = 4 * 1024 * 1024;
        for (var at : List.of(0, piece - 1, piece - SECRET.length() / 2, piece, 2 * piece - 3)) {
            Files.writeString(directory.resolve("large"), " ".repeat(at) + SECRET + " ".repeat(piece / 2));
            assertThat(marks.below(directory)).as("at %d", at).hasSize(1);
        }
    }

    @Test
    void itIsSaidWhereItStands() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("topic")).resolve("log"), SECRET);
        Files.writeString(directory.resolve("its-own-file"), SECRET);
        assertThat(marks.below(directory, file -> !file.endsWith("its-own-file")))
                .containsExactly("a password as it is in topic/log");
        assertThat(marks.in(Map.of("frames", List.of("{}", "<" + SECRET + ">"))))
                .containsExactly("a password as it is in frames: <" + SECRET + ">");
    }

    @Test
    void whatIsNotASecretIsNotFound() throws IOException {
        Files.writeString(directory.resolve("a-file"), SECRET.substring(1) + SECRET.replace('w', 'W'));
        assertThat(marks.below(directory)).isEmpty();
        assertThat(marks.in("pss/wörd")).isEmpty();
        assertThat(marks.in("")).isEmpty();
    }
}
