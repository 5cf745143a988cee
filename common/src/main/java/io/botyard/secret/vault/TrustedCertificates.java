package io.botyard.secret.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.botyard.start.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Trusts those whose certificates lead to one in a file, and nobody else. */
final class TrustedCertificates {

    private static final String SETTING = VaultOptions.PREFIX + ".ca-file";
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]*CERTIFICATE-----");

    private TrustedCertificates() {}

    /**
     * @param file one or more certificates in PEM
     * @throws StartRefused when they cannot be read, or one of them is not whole; the message names the setting
     */
    static SSLContext in(Path file) {
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (var certificate : read(file)) {
                trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException unreadable) {
            throw new StartRefused(SETTING + ": " + file + " cannot be read", unreadable);
        } catch (CertificateException malformed) {
            throw noWholePem(file, malformed);
        } catch (GeneralSecurityException unusable) {
            throw new StartRefused(SETTING + ": " + file + " cannot be used", unusable);
        }
    }

    /** The JDK passes over a certificate that has no end, and takes what is not PEM as well. */
    private static Collection<? extends Certificate> read(Path file) throws IOException, CertificateException {
        var pem = Files.readAllBytes(file);
        var begun = BEGIN.matcher(new String(pem, ISO_8859_1)).results().count();
        var certificates = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
        if (certificates.isEmpty() || certificates.size() != begun) {
            throw noWholePem(file, null);
        }
        return certificates;
    }

    private static StartRefused noWholePem(Path file, @Nullable CertificateException why) {
        return new StartRefused(SETTING + ": " + file + " holds something else than whole certificates in PEM", why);
    }
}
