package io.botyard.worker.store;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import org.jspecify.annotations.Nullable;

/** The secrets of a user's bot as they are kept. */
public record SealedBot(
        UserId user, SealedSecret token, @Nullable SealedSecret mtproto) {

    /** The oldest key that one of them is sealed under; 0 when that cannot be told. */
    static int keyVersion(KeyVersions versions, SealedSecret token, @Nullable SealedSecret mtproto) {
        var ofToken = versions.of(token).orElse(0);
        return mtproto == null
                ? ofToken
                : Math.min(ofToken, versions.of(mtproto).orElse(0));
    }
}
