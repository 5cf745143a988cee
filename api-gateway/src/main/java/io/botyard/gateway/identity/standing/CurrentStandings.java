package io.botyard.gateway.identity.standing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.gateway.access.Credentials;
import io.botyard.gateway.access.Endings;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.identity.apikey.ApiKeySecrets;
import io.botyard.gateway.identity.key.AccessTokens;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Checks credentials against Postgres. */
@Component
final class CurrentStandings implements Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentStandings.class);

    private final AccessTokens tokens;
    private final ApiKeySecrets secrets;
    private final RecentStandings recent;

    CurrentStandings(AccessTokens tokens, ApiKeySecrets secrets, StandingRows rows, Endings endings, Ticker ticker) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.recent = new RecentStandings(rows::of, ticker);
        endings.listen(recent::forget);
    }

    @Override
    public Standing check(String bearer) {
        return standing(credential(bearer).orElseThrow(() -> Rejection.of(ProblemCode.UNAUTHENTICATED)));
    }

    @Override
    public Standing again(Standing earlier) {
        return standing(earlier.key()
                .<Credential>map(Credential.OfKey::new)
                .or(() -> earlier.session().map(Credential.OfSession::new))
                .orElseThrow(() -> Rejection.of(ProblemCode.UNAUTHENTICATED)));
    }

    private Optional<Credential> credential(String bearer) {
        return secrets.isKey(bearer)
                ? Optional.of(new Credential.OfSecret(secrets.hash(bearer)))
                : tokens.session(bearer).map(Credential.OfSession::new);
    }

    private Standing standing(Credential credential) {
        return switch (found(credential)) {
            case Found.Good(Standing standing) -> standing;
            case Found.Suspended() -> throw Rejection.of(ProblemCode.ACCOUNT_SUSPENDED);
            case Found.Nothing() -> throw Rejection.of(ProblemCode.UNAUTHENTICATED);
        };
    }

    private Found found(Credential credential) {
        try {
            return recent.of(credential);
        } catch (DataAccessException away) {
            LOG.atWarn().addKeyValue("reason", away.getClass().getSimpleName()).log("nobody is let in: no database");
            throw Rejection.of(ProblemCode.PART_AWAY);
        }
    }
}
