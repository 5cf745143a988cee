package io.botyard.audit.bed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What audit-service sees of a gateway: its public keys, and the tokens it signs. */
public final class Gateway implements AutoCloseable {
    private final ECKey key = newKey("k1");
    private final InstantSource clock = InstantSource.system();
    private final HttpServer server;

    public Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/.well-known/jwks.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (var body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.start();
    }

    public String jwksUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json";
    }

    /** A token as the gateway makes it, good for a minute. */
    public String token(long user, String role) {
        return token(key, Map.of("sub", Long.toString(user), "role", role));
    }

    /** The same with other claims, of which {@code sub} and {@code role} have to be given. */
    public String tokenWith(Map<String, Object> claims) {
        return token(key, claims);
    }

    /** Perfect but for who signed it. */
    public String forgedToken(long user, String role) {
        return token(newKey("k1"), Map.of("sub", Long.toString(user), "role", role));
    }

    public String tokenWithoutExpiry(long user, String role) {
        var claims = new HashMap<String, @Nullable Object>();
        claims.put("sub", Long.toString(user));
        claims.put("role", role);
        claims.put("exp", null);
        return token(key, claims);
    }

    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String token(ECKey signer, Map<String, ? extends @Nullable Object> claims) {
        var set = new JWTClaimsSet.Builder()
                .issuer("botyard")
                .audience("audit-service")
                .expirationTime(Date.from(now().plus(Duration.ofSeconds(60))))
                .claim("request_id", "req-1");
        claims.forEach(set::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), set.build());
        try {
            token.sign(new ECDSASigner(signer));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
