package io.botyard.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {

    private static final PasswordSettings COST = new PasswordSettings(1024, 2);

    /** Whoever guesses must not learn from the time it takes whether there is such an account. */
    @Test
    void aGuessAtNobodysPasswordIsRunAtFullCost() {
        var nobodys = Passwords.nobodys(COST);
        var somebodys = new Passwords(COST).hash("correct horse battery");

        assertThat(nobodys).hasSameSizeAs(somebodys);
        assertThat(nobodys.split("[$]", 5))
                .startsWith(somebodys.split("[$]", 5)[0], "argon2id", "v=19", "m=1024,t=2,p=1");
        // Throws when it cannot read the hash, and says no when the hash is cheaper than the cost.
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 1024, 2).upgradeEncoding(nobodys))
                .isFalse();
        assertThat(Passwords.nobodys(COST)).isNotEqualTo(nobodys);
    }

    @Test
    void nothingIsNobodysPassword() {
        assertThat(new Passwords(COST).matches("the password of nobody", Optional.empty()))
                .isFalse();
    }
}
