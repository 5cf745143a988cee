package io.botyard.gateway.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.botyard.contract.Role;
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
final class Tokens implements InternalTokens {

    /** How long an access token is good for. */
    static final Duration ACCESS = Duration.ofMinutes(10);

    private static final Duration INTERNAL = Duration.ofSeconds(60);

    private final Clock clock;
    private final String keyId;
    private final JWSSigner signer;

    Tokens(SigningKeys keys, Clock clock) {
        this.clock = clock;
        this.keyId = keys.signing().getKeyID();
        try {
            this.signer = new ECDSASigner(keys.signing());
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the signing key is not one for ES256", unusable);
        }
    }

    /** Lets a user in for ten minutes. */
    String access(User user) {
        return signed(claims(user.id(), user.role(), Claims.GATEWAY, ACCESS).build());
    }

    /** Lets the gateway ask audit-service on this caller's behalf for a minute. */
    @Override
    public String of(Caller caller) {
        return signed(claims(caller.user(), caller.actor().role(), Claims.AUDIT_SERVICE, INTERNAL)
                .claim(Claims.REQUEST_ID, caller.requestId())
                .build());
    }

    private JWTClaimsSet.Builder claims(UserId subject, Role role, String audience, Duration life) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(Claims.ISSUER)
                .audience(audience)
                .subject(subject.toString())
                .claim(Claims.ROLE, role.name().toLowerCase(Locale.ROOT))
                .jwtID(UuidCreator.getTimeOrderedEpoch().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    private String signed(JWTClaimsSet claims) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException broken) {
            throw new IllegalStateException("signing failed", broken);
        }
        return token.serialize();
    }
}
