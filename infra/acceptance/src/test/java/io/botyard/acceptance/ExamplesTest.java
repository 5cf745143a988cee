package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever in our documents looks like a secret was made up, and can be seen to be. */
class ExamplesTest {

    private static final Path ROOT = Path.of("../..");

    /** Tokens of bots, of sessions and of Vault, API keys, sealed tokens, private keys. */
    private static final Pattern SECRET = Pattern.compile("[1-9][0-9]{0,15}(?::|%3[Aa])[A-Za-z0-9_-]{30,64}"
            + "|eyJ[A-Za-z0-9_-]{12,}|byk_[A-Za-z0-9_-]{8,}|hvs\\.[A-Za-z0-9_-]{8,}|vault:v[0-9]+:[A-Za-z0-9+/=]{16,}"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----|[0-9a-f]{32,}");

    private static final Set<String> MADE_UP =
            Set.of("4711:AAbbccddeeffgghhiijjkkllmmnnooppqqr", "123456789:AAExampleExampleExampleExampleExample");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/openapi.json",
                "docs/asyncapi.json",
                "docs/operations.md",
                "README.md",
                "infra/telegram-sandbox/README.md"
            })
    void whatLooksLikeASecretIsOneOfThoseThatWereMadeUp(String document) throws IOException {
        assertThat(secretsIn(Files.readString(ROOT.resolve(document)))).isSubsetOf(MADE_UP);
    }

    @Test
    void whatLooksLikeASecretIsSeen() throws IOException {
        assertThat(secretsIn(Files.readString(ROOT.resolve("docs/openapi.json"))))
                .contains("4711:AAbbccddeeffgghhiijjkkllmmnnooppqqr");
        assertThat(
                        secretsIn(
                                "eyJhbGciOiJFUzI1NiJ9.e30.x and byk_6mN2xQabcdef and hvs.CAESIJ0123 and vault:v1:AAAAAAAAAAAAAAAA"))
                .hasSize(4);
    }

    private static Set<String> secretsIn(String text) {
        return SECRET.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
