package io.botyard.gateway.identity.key;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs tokens with ES256. */
@Component
public final class Tokens implements InternalTokens {

    /** How long an access token is good for, if its session does not end before. */
    public static final Duration ACCESS = Duration.ofMinutes(10);

    private static final Duration INTERNAL = Duration.ofSeconds(60);

    private record Signer(ECKey key, JWSSigner with) {}

    private final Clock clock;
    private final SigningKeys keys;
    private volatile @Nullable Signer last;

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
        try {
            var signer = signer(keys.signing());
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(signer.key().getKeyID())
                            .build(),
                    claims);
            token.sign(signer.with());
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("signing failed", broken);
        }
    }

    /** Made once a key, because reading a private key takes about as long as signing with it. */
    private Signer signer(ECKey key) throws JOSEException {
        var known = last;
        if (known != null && known.key().equals(key)) {
            return known;
        }
        var made = new Signer(key, new ECDSASigner(key));
        last = made;
        return made;
    }
}
