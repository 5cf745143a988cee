package io.botyard.secret.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.secret.TokenCipher;
import io.botyard.secret.TokenCipherContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokenCipherTest implements TokenCipherContract {

    @TempDir
    private Path directory;

    private TokenCipher cipher;

    @BeforeEach
    void open() {
        cipher = LocalTokenCipher.open(file());
    }

    @Override
    public TokenCipher cipher() {
        return cipher;
    }

    @Test
    void theKeysetIsItsOwnersAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theKeysetIsKept() {
        var sealed = cipher.encrypt(OWNER, SECRET);
        assertThat(LocalTokenCipher.open(file()).decrypt(OWNER, sealed)).isEqualTo(SECRET);
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

    private Path file() {
        return directory.resolve("keyset.json");
    }
}
