package io.botyard.gateway.identity;

import io.botyard.gateway.identity.key.KeySettings;
import io.botyard.gateway.identity.key.KeyedHash;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Lets the trail tell attempted e-mails apart without knowing them. */
@Component
class Pseudonyms {

    private static final String FILE = "pseudonym.key";

    private final KeyedHash hash;

    Pseudonyms(KeySettings settings) {
        hash = KeyedHash.in(settings.directory().resolve(FILE));
    }

    /** The same for the same address in any case, in every gateway of a deployment. */
    String of(String email) {
        return HexFormat.of().formatHex(hash.of(email.toLowerCase(Locale.ROOT)));
    }
}
