package io.botyard.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.wire.KafkaConnection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every cipher promises; each implementation runs it. */
public interface TokenCipherContract {

    UserId OWNER = new UserId(7);
    UserId OTHER = new UserId(8);
    Secret SECRET = new Secret("123456:marked-secret-that-must-not-show");

    TokenCipher cipher();

    @Test
    default void opensForItsOwner() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        assertThat(cipher().decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    /** The largest body of a call, which is what is sealed where it holds a secret, and the largest record that takes it. */
    @Test
    default void sealsTheLargestBodyOfACallSoThatItFitsIntoARecord() {
        var body = CallBody.of("multipart/form-data; boundary=b0", new byte[1024 * 1024]);
        var sealed = cipher().encrypt(OWNER, body.secret());
        assertThat(sealed.value()).hasSizeLessThan(KafkaConnection.MAX_BYTES - 64 * 1024);
        assertThat(body.sealedAs(sealed).openedAs(cipher().decrypt(OWNER, sealed)))
                .isEqualTo(body);
    }

    @Test
    default void opensForNobodyElse() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        assertThatExceptionOfType(SecretUnreadable.class).isThrownBy(() -> cipher().decrypt(OTHER, sealed));
        assertThat(rewrap(cipher(), OTHER, sealed)).isInstanceOf(Rewrapped.Unreadable.class);
    }

    @Test
    default void doesNotOpenWhenItWasChanged() {
        var sealed = cipher().encrypt(OWNER, SECRET).value();
        var changed = sealed.substring(0, sealed.length() - 6) + "AAAA==";
        for (var broken : new String[] {changed, "", "nonsense", sealed + "x"}) {
            assertThatExceptionOfType(SecretUnreadable.class)
                    .isThrownBy(() -> cipher().decrypt(OWNER, new SealedSecret(broken)));
        }
    }

    @Test
    default void sealsDifferentlyEachTime() {
        assertThat(cipher().encrypt(OWNER, SECRET)).isNotEqualTo(cipher().encrypt(OWNER, SECRET));
    }

    @Test
    default void rewrapsWithoutChangingTheSecret() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        assertThat(cipher().decrypt(OWNER, rewrapped(cipher(), OWNER, sealed))).isEqualTo(SECRET);
    }

    /** As many as take more than one request, and some that do not open. */
    @Test
    default void rewrapsManyAndSaysOfEachWhatBecameOfIt() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        var secrets = IntStream.range(0, 600)
                .mapToObj(i -> switch (i % 100) {
                    case 7 -> new OwnedSecret(OTHER, sealed);
                    case 9 -> new OwnedSecret(OWNER, new SealedSecret("nonsense"));
                    default -> new OwnedSecret(OWNER, sealed);
                })
                .toList();
        var results = cipher().rewrap(secrets);
        assertThat(results).hasSameSizeAs(secrets);
        for (var i = 0; i < secrets.size(); i++) {
            if (i % 100 == 7 || i % 100 == 9) {
                assertThat(results.get(i)).as("secret " + i).isInstanceOf(Rewrapped.Unreadable.class);
            } else {
                assertThat(results.get(i)).as("secret " + i).isInstanceOf(Rewrapped.Done.class);
            }
        }
        assertThat(cipher().rewrap(List.of())).isEmpty();
    }

    /** One alone, that opens. */
    static SealedSecret rewrapped(TokenCipher cipher, UserId owner, SealedSecret sealed) {
        return rewrap(cipher, owner, sealed) instanceof Rewrapped.Done(var anew) ? anew : fail("not sealed anew");
    }

    static Rewrapped rewrap(TokenCipher cipher, UserId owner, SealedSecret sealed) {
        return cipher.rewrap(List.of(new OwnedSecret(owner, sealed))).getFirst();
    }

    @Test
    default void showsNothingOfTheSecret() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        assertThat(sealed.value()).doesNotContain("marked");
        assertThat(SECRET.toString()).doesNotContain("marked");
    }
}
