package io.botyard.gateway.identity.key;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Claims;
import io.botyard.gateway.access.InternalTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Signs tokens with ES256. */
@Component
public final class Tokens implements InternalTokens {

    /** How long an access token is good for, if its session does not end before. */
    public static final Duration ACCESS = Duration.ofMinutes(10);

    private static final Duration INTERNAL = Duration.ofSeconds(60);

    private final Clock clock;
    private final SigningKeys keys;

    Tokens(SigningKeys keys, Clock clock) {
        this.clock = clock;
        this.keys = keys;
    }

    /** Names a session for ten minutes. What its user may do is not in it: that is asked of Postgres. */
    public String access(UserId user, SessionId session) {
        return signed(claims(user, Claims.GATEWAY, ACCESS)
                .claim(Claims.SESSION, session.toString())
                .build());
    }

    /** Lets the gateway ask audit-service on this caller's behalf for a minute. */
    @Override
    public String of(Caller caller) {
        return signed(claims(caller.user(), Claims.AUDIT_SERVICE, INTERNAL)
                .claim(Claims.ROLE, caller.actor().role().name().toLowerCase(Locale.ROOT))
                .claim(Claims.REQUEST_ID, caller.requestId())
                .build());
    }

    private JWTClaimsSet.Builder claims(UserId subject, String audience, Duration life) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(Claims.ISSUER)
                .audience(audience)
                .subject(subject.toString())
                .jwtID(UuidCreator.getTimeOrderedEpoch().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    private String signed(JWTClaimsSet claims) {
        var key = keys.signing();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException broken) {
            throw new IllegalStateException("signing failed", broken);
        }
        return token.serialize();
    }
}
