package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate authority that has certified a server on this machine, made by the JDK's keytool; all files in PEM.
 *
 * @param ca whom clients trust
 * @param certificate of the server, with the authority's
 * @param key of the server
 * @param both in one file
 */
record Authority(Path ca, Path certificate, Path key, Path both) {

    private static final String PASSWORD = "changeit";
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    static Authority in(Path directory) {
        try {
            Files.createDirectories(directory);
            var store = directory.resolve("keys.p12");
            keytool(store, "-alias", "ca", "-dname", "CN=Authority", "-ext", "bc:c=ca:true");
            keytool(store, "-alias", "server", "-signer", "ca", "-dname", "CN=server", "-ext", "san=ip:127.0.0.1");
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var chain = pem(keys.getCertificateChain("server"));
            var key = pem(
                    "PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
            return new Authority(
                    write(directory.resolve("ca.pem"), pem(keys.getCertificate("ca"))),
                    write(directory.resolve("server.crt"), chain),
                    write(directory.resolve("server.key"), key),
                    write(directory.resolve("server.pem"), key + chain));
        } catch (IOException | GeneralSecurityException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void keytool(Path store, String... what) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        command.addAll(List.of(what));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
    }

    private static String pem(Certificate... certificates) throws GeneralSecurityException {
        var text = new StringBuilder();
        for (var certificate : certificates) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return text.toString();
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + BASE64.encodeToString(content) + "\n-----END " + what + "-----\n";
    }

    private static Path write(Path file, String pem) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, pem);
    }
}
