package io.botyard.worker.fleet;

import io.botyard.contract.UserId;
import io.botyard.contract.command.CallBody;
import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.SecretUnreadable;
import io.botyard.secret.TokenCipher;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Bodies of calls as Telegram is to have them. */
@Component
public class CallBodies {

    private final TokenCipher cipher;

    CallBodies(TokenCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * Opened where it is sealed; nothing when it does not open for this user, now or later.
     *
     * @throws KeysAway when it cannot be opened now
     */
    public Optional<CallBody> readable(UserId owner, CallBody body) {
        var sealed = body.sealed();
        if (sealed == null) {
            return Optional.of(body);
        }
        try {
            return Optional.of(body.openedAs(cipher.decrypt(owner, sealed)));
        } catch (SecretUnreadable unreadable) {
            return Optional.empty();
        } catch (CipherUnavailable away) {
            throw new KeysAway(away);
        }
    }
}
