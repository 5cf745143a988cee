package io.botyard.sandbox.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path directory;

    @Test
    void hasAnAppendedLineOnDiskAtOnce() throws IOException {
        try (Journal journal = Journal.open(file())) {
            journal.append(bytes("one"));

            assertThat(Files.readString(file())).isEqualTo("one\n");
        }
    }

    @Test
    void writesDeferredLinesInTheirOrder() throws IOException {
        try (Journal journal = Journal.open(file())) {
            journal.defer(bytes("one"));
            assertThat(Files.size(file())).isZero();
            long offset = journal.append(bytes("two"));

            assertThat(offset).isEqualTo(4);
            assertThat(Files.readString(file())).isEqualTo("one\ntwo\n");
        }
    }

    @Test
    void readsLinesOfEveryLengthFromAnyOffset() throws IOException {
        String longer = "x".repeat(200_000);
        try (Journal journal = Journal.open(file())) {
            journal.append(bytes("one"));
            long second = journal.append(bytes(longer));
            journal.append(bytes(""));
            journal.defer(bytes("last"));

            assertThat(read(journal, 0)).containsExactly("one", longer, "", "last");
            assertThat(read(journal, second)).containsExactly(longer, "", "last");
        }
    }

    @Test
    void cutsOffHalfALine() throws IOException {
        Files.writeString(file(), "one\ntw" + "o".repeat(20_000));
        try (Journal journal = Journal.open(file())) {
            journal.append(bytes("three"));

            assertThat(read(journal, 0)).containsExactly("one", "three");
        }
    }

    @Test
    void beginsAnewWhenItHoldsNoWholeLine() throws IOException {
        Files.writeString(file(), "half");
        try (Journal journal = Journal.open(file())) {
            assertThat(read(journal, 0)).isEmpty();
        }
    }

    @Test
    void forgetsEverythingWhenCleared() throws IOException {
        try (Journal journal = Journal.open(file())) {
            journal.append(bytes("one"));
            journal.defer(bytes("two"));
            journal.clear();
            journal.append(bytes("three"));

            assertThat(read(journal, 0)).containsExactly("three");
        }
    }

    @Test
    void doesNotLetDeferredLinesPileUp() throws IOException {
        try (Journal journal = Journal.open(file())) {
            for (int i = 0; i < 1000; i++) {
                journal.defer(bytes("y".repeat(100)));
            }

            assertThat(Files.size(file())).isGreaterThan(60_000);
        }
    }

    private Path file() {
        return directory.resolve("journal.jsonl");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> read(Journal journal, long from) {
        List<String> read = new ArrayList<>();
        try (Lines lines = journal.lines(from)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                read.add(new String(line, UTF_8));
            }
        }
        return read;
    }
}
