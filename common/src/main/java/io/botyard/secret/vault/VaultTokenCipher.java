package io.botyard.secret.vault;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.OwnedSecret;
import io.botyard.secret.Rewrapped;
import io.botyard.secret.SecretUnreadable;
import io.botyard.secret.TokenSealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * AES-256-GCM in Vault, with a key derived for each user: secrets come here, keys do not. Safe for any number of threads
 * and processes.
 */
public final class VaultTokenCipher implements TokenSealer {

    /** What Vault's documentation promises of a ciphertext. */
    private static final Pattern SEALED = Pattern.compile("vault:v([1-9][0-9]{0,8}):[A-Za-z0-9+/]+={0,2}");

    /** How Vault words that a ciphertext does not open, now or later; a version that is too new may be known to others. */
    private static final List<String> FOR_EVER =
            List.of("message authentication failed", "invalid ciphertext", "disallowed by policy (too old)");

    private static final String FOR_NOW = "too new";

    private static final String FOREIGN = "it was not sealed by Vault";

    /** A few tens of kilobytes: Vault takes 32 MiB, and a request has to end in time. */
    private static final int BATCH = 250;

    private final VaultSession session;
    private final Transit transit;

    private VaultTokenCipher(VaultSession session, Transit transit) {
        this.session = session;
        this.transit = transit;
    }

    /** Asks nothing of Vault before something is to be sealed or opened. */
    public static VaultTokenCipher of(VaultSettings settings, VaultLogin login, Clock clock) {
        var session = new VaultSession(new VaultServers(settings), login, clock);
        return new VaultTokenCipher(session, new Transit(session, settings.transit(), settings.key()));
    }

    @Override
    public SealedSecret encrypt(UserId owner, Secret secret) {
        return sealed(done(owner, Transit.Operation.ENCRYPT, input(owner, "plaintext", base64(secret.value()))));
    }

    @Override
    public Secret decrypt(UserId owner, SealedSecret sealed) {
        if (!isVaults(sealed)) {
            throw new SecretUnreadable(owner, FOREIGN);
        }
        var opened = done(owner, Transit.Operation.DECRYPT, input(owner, "ciphertext", sealed.value()));
        try {
            return new Secret(new String(Base64.getDecoder().decode(opened), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw new CipherUnavailable("Vault's answer is no plaintext", notBase64);
        }
    }

    /** In requests of {@value #BATCH} at most. */
    @Override
    public List<Rewrapped> rewrap(List<OwnedSecret> secrets) {
        var ours = secrets.stream().filter(secret -> isVaults(secret.sealed())).toList();
        var results = new ArrayDeque<Transit.Result>();
        for (var first = 0; first < ours.size(); first += BATCH) {
            var inputs = ours.subList(first, Math.min(first + BATCH, ours.size())).stream()
                    .map(secret ->
                            input(secret.owner(), "ciphertext", secret.sealed().value()))
                    .toList();
            results.addAll(transit.all(Transit.Operation.REWRAP, inputs));
        }
        return secrets.stream()
                .map(secret -> isVaults(secret.sealed())
                        ? rewrapped(results.removeFirst())
                        : new Rewrapped.Unreadable(FOREIGN))
                .toList();
    }

    private static Rewrapped rewrapped(Transit.Result result) {
        return switch (result) {
            case Transit.Result.Done(var ciphertext) -> new Rewrapped.Done(sealed(ciphertext));
            case Transit.Result.Failed(var error) when isForEver(error) -> new Rewrapped.Unreadable(error);
            case Transit.Result.Failed(var error) -> new Rewrapped.NotNow(error);
        };
    }

    @Override
    public int newest() {
        return transit.newest();
    }

    @Override
    public int oldest() {
        return transit.oldest();
    }

    @Override
    public OptionalInt versionOf(SealedSecret sealed) {
        var parts = SEALED.matcher(sealed.value());
        return parts.matches() ? OptionalInt.of(Integer.parseInt(parts.group(1))) : OptionalInt.empty();
    }

    /** Vault cannot be asked to do this once: two processes that do it in the same moment make two keys. */
    @Override
    public synchronized int rotateFrom(int current) {
        var newest = transit.newest();
        if (newest < current) {
            throw new CipherUnavailable("Vault's key has no version " + current + "; put the right one back");
        }
        if (newest > current) {
            return newest;
        }
        transit.rotate();
        return transit.newest();
    }

    @Override
    public synchronized void retireBefore(int oldest) {
        if (transit.oldest() < oldest) {
            transit.retireBefore(oldest);
        }
    }

    private String done(UserId owner, Transit.Operation operation, Map<String, String> input) {
        return switch (transit.all(operation, List.of(input)).getFirst()) {
            case Transit.Result.Done(var value) -> value;
            case Transit.Result.Failed(var error) when isForEver(error) -> throw new SecretUnreadable(owner, error);
            case Transit.Result.Failed(var error) -> throw new CipherUnavailable("Vault does not do it: " + error);
        };
    }

    private static Map<String, String> input(UserId owner, String field, String value) {
        return Map.of("context", base64(owner.toString()), field, value);
    }

    private static boolean isForEver(String error) {
        return FOR_EVER.stream().anyMatch(error::contains) && !error.contains(FOR_NOW);
    }

    private static boolean isVaults(SealedSecret sealed) {
        return SEALED.matcher(sealed.value()).matches();
    }

    private static SealedSecret sealed(String ciphertext) {
        var sealed = new SealedSecret(ciphertext);
        if (!isVaults(sealed)) {
            throw new CipherUnavailable("Vault's answer is no ciphertext");
        }
        return sealed;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        session.close();
    }
}
