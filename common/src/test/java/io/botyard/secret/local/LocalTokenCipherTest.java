package io.botyard.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.TokenSealer;
import io.botyard.secret.TokenSealerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokenCipherTest implements TokenSealerContract {

    @TempDir
    private Path directory;

    private LocalTokenCipher one;
    private LocalTokenCipher other;

    @BeforeEach
    void open() {
        one = LocalTokenCipher.open(file());
        other = LocalTokenCipher.open(file());
    }

    @Override
    public TokenSealer one() {
        return one;
    }

    @Override
    public TokenSealer other() {
        return other;
    }

    @Test
    void theKeysetIsItsOwnersAloneAlsoAfterARotation() throws IOException {
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        one.rotateFrom(1);
        try (var files = Files.list(directory)) {
            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void manyProcessesAtOnceMakeOneKey() {
        assertThat(IntStream.range(0, 32).parallel().map(i -> (i % 2 == 0 ? one : other).rotateFrom(1)))
                .containsOnly(2);
        assertThat(other.newest()).isEqualTo(2);
    }

    @Test
    void theKeysetIsKept() {
        var sealed = one.encrypt(OWNER, SECRET);
        one.rotateFrom(1);
        var later = LocalTokenCipher.open(file());
        assertThat(later.decrypt(OWNER, sealed)).isEqualTo(SECRET);
        assertThat(later.newest()).isEqualTo(2);
    }

    @Test
    void manyThatStartAtOnceShareOneKeyset() {
        var file = directory.resolve("shared/keyset.json");
        var ciphers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> LocalTokenCipher.open(file))
                .toList();
        var sealed = ciphers.getFirst().encrypt(OWNER, SECRET);
        assertThat(ciphers)
                .allSatisfy(each -> assertThat(each.decrypt(OWNER, sealed)).isEqualTo(SECRET));
    }

    @Test
    void whoDiesBetweenDraftAndMoveLeavesTheKeysetAsItWas() throws IOException {
        var sealed = one.encrypt(OWNER, SECRET);
        var before = Files.readString(file());
        new KeysetDraft(file()).prepare("half a key");
        assertThat(Files.readString(file())).isEqualTo(before);
        var next = LocalTokenCipher.open(file());
        assertThat(next.newest()).isEqualTo(1);
        assertThat(next.rotateFrom(1)).isEqualTo(2);
        assertThat(next.decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    void processesThatRotateAtOnceMakeOneKey() throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (var i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Rotating.class.getName(),
                            file().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("rotating-" + i).toFile())
                    .start());
        }
        for (var process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(one.newest()).isEqualTo(2);
    }

    @Test
    void whoFindsAnOlderKeysetInItsPlaceGoesOnWithWhatItKnowsAndAddsNothing() throws IOException {
        var old = Files.readString(file());
        one.rotateFrom(1);
        var sealed = one.encrypt(OWNER, SECRET);
        Files.writeString(file(), old);
        assertThat(one.decrypt(OWNER, sealed)).isEqualTo(SECRET);
        assertThat(one.newest()).isEqualTo(2);
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> one.rotateFrom(2));
        assertThat(Files.readString(file())).isEqualTo(old);
    }

    @Test
    void whileTheFileIsAwayWhatWasReadStillOpensAndNothingIsAdded() throws IOException {
        var sealed = one.encrypt(OWNER, SECRET);
        Files.delete(file());
        assertThat(one.decrypt(OWNER, sealed)).isEqualTo(SECRET);
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> one.rotateFrom(1));
        assertThat(file()).doesNotExist();
    }

    private Path file() {
        return directory.resolve("keyset.json");
    }

    /** A process that adds the second key. */
    static final class Rotating {
        private Rotating() {}

        public static void main(String[] keyset) {
            LocalTokenCipher.open(Path.of(keyset[0])).rotateFrom(1);
        }
    }
}
