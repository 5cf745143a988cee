package io.botyard.gateway.identity.standing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.ApiKeyId;
import io.botyard.contract.SessionId;
import io.botyard.gateway.access.Credentials;
import io.botyard.gateway.access.Endings;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.identity.apikey.ApiKeySecrets;
import io.botyard.gateway.identity.key.AccessTokens;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    private final StandingRows rows;
    private final RecentStandings recent;

    CurrentStandings(AccessTokens tokens, ApiKeySecrets secrets, StandingRows rows, Endings endings, Ticker ticker) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.rows = rows;
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

    @Override
    public Map<Standing, Standing> again(Collection<Standing> earlier) {
        var now = asked(() -> rows.good(
                ids(earlier, standing -> standing.session().map(SessionId::value)),
                ids(earlier, standing -> standing.key().map(ApiKeyId::value))));
        var bySource = now.stream().collect(Collectors.toMap(CurrentStandings::source, Function.identity()));
        return earlier.stream()
                .distinct()
                .filter(standing -> bySource.containsKey(source(standing)))
                .collect(Collectors.toMap(Function.identity(), standing -> bySource.get(source(standing))));
    }

    private static Set<UUID> ids(Collection<Standing> standings, Function<Standing, Optional<UUID>> id) {
        return standings.stream().map(id).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** The session or key that it comes from. */
    private static UUID source(Standing standing) {
        return standing.key()
                .map(ApiKeyId::value)
                .or(() -> standing.session().map(SessionId::value))
                .orElseThrow();
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
        return asked(() -> recent.of(credential));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException away) {
            LOG.atWarn().addKeyValue("reason", away.getClass().getSimpleName()).log("nobody is let in: no database");
            throw Rejection.of(ProblemCode.PART_AWAY);
        }
    }
}
