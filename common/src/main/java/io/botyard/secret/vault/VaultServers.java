package io.botyard.secret.vault;

import io.botyard.contract.Secret;
import io.botyard.contract.wire.WireJson;
import io.github.jopenlibs.vault.rest.Rest;
import io.github.jopenlibs.vault.rest.RestException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One Vault on several servers. Only the driver's HTTP layer is used: above it a 403 passes for success, paths are those of
 * another engine and lists become text.
 */
final class VaultServers {

    private final VaultSettings settings;
    private final HttpClient http;
    private final AtomicInteger preferred = new AtomicInteger();

    VaultServers(VaultSettings settings) {
        this.settings = settings;
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout());
        if (settings.caFile() != null) {
            client.sslContext(TrustedCertificates.in(settings.caFile()));
        }
        this.http = new BoundedClient(client.build(), settings.timeout());
    }

    /**
     * Asks one server after the other until one answers for good, beginning with the one that did last.
     *
     * @param body what is posted; nothing where something is to be read
     */
    VaultReply ask(String path, @Nullable Map<String, ?> body, @Nullable Secret token) {
        var addresses = settings.addresses();
        VaultReply last = new VaultReply.Away("not asked");
        for (var tries = 0; tries < addresses.size(); tries++) {
            var server = preferred.get();
            last = askOne(addresses.get(server), path, body, token);
            if (!(last instanceof VaultReply.Away)) {
                return last;
            }
            preferred.compareAndSet(server, (server + 1) % addresses.size());
        }
        return last;
    }

    private VaultReply askOne(URI server, String path, @Nullable Map<String, ?> body, @Nullable Secret token) {
        var request = new Rest(http)
                .url(server.resolve("/v1/" + path).toString())
                .header("X-Vault-Request", "true")
                .header("X-Vault-Namespace", settings.namespace())
                .header("X-Vault-Token", token == null ? null : token.value());
        try {
            var response = body == null
                    ? request.get()
                    : request.body(WireJson.mapper().writeValueAsBytes(body)).post();
            return VaultReply.of(response.getStatus(), response.getBody());
        } catch (RestException failure) {
            return new VaultReply.Away(reason(failure));
        }
    }

    private static String reason(RestException failure) {
        if (failure.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return "stopped while waiting";
        }
        return switch (failure.getCause()) {
            // What is wrong with a certificate is for an operator to see.
            case SSLException tls -> tls.getClass().getSimpleName() + ": " + tls.getMessage();
            case IOException io -> io.getClass().getSimpleName();
            case null, default -> failure.getClass().getSimpleName();
        };
    }
}
