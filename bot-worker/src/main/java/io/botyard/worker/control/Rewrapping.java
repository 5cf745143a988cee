package io.botyard.worker.control;

import io.botyard.contract.SealedSecret;
import io.botyard.secret.OwnedSecret;
import io.botyard.secret.Rewrapped;
import io.botyard.secret.TokenCipher;
import io.botyard.worker.store.Resealed;
import io.botyard.worker.store.SealedBot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose secrets are sealed anew together.
 *
 * @param unreadable those with a secret that does not open; of those that may open later nothing is said
 */
record Rewrapping(List<Resealed> sealed, List<SealedBot> unreadable) {

    static Rewrapping of(TokenCipher cipher, List<SealedBot> bots) {
        var results = cipher.rewrap(bots.stream().flatMap(Rewrapping::secrets).toList())
                .iterator();
        var rewrapping = new Rewrapping(new ArrayList<>(), new ArrayList<>());
        bots.forEach(bot -> rewrapping.add(bot, results));
        return rewrapping;
    }

    private static Stream<OwnedSecret> secrets(SealedBot bot) {
        return Stream.of(bot.token(), bot.mtproto())
                .filter(Objects::nonNull)
                .map(secret -> new OwnedSecret(bot.user(), secret));
    }

    private void add(SealedBot bot, Iterator<Rewrapped> results) {
        var token = results.next();
        var mtproto = bot.mtproto() == null ? null : results.next();
        if (token instanceof Rewrapped.Unreadable || mtproto instanceof Rewrapped.Unreadable) {
            unreadable.add(bot);
        } else if (token instanceof Rewrapped.Done(var anew) && !(mtproto instanceof Rewrapped.NotNow)) {
            sealed.add(new Resealed(bot, new SealedBot(bot.user(), anew, secret(mtproto))));
        }
    }

    private static @Nullable SealedSecret secret(@Nullable Rewrapped result) {
        return result instanceof Rewrapped.Done(var anew) ? anew : null;
    }
}
