package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Webhook;
import io.botyard.sandbox.exchange.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a webhook as Telegram would: https, on four ports. The sandbox makes one exception so that tests need no
 * certificate: on the loopback address http and every port will do.
 */
sealed interface WebhookForm {

    Set<Integer> PORTS = Set.of(443, 80, 88, 8443);
    Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");
    int LONGEST_SECRET = 256;

    record Filled(Webhook webhook) implements WebhookForm {}

    record Flawed(String why) implements WebhookForm {}

    static WebhookForm read(Parameters parameters) {
        String secret = parameters.text("secret_token");
        if (secret.length() > LONGEST_SECRET) {
            return new Flawed("secret token is too long");
        }
        if (!SECRET.matcher(secret).matches()) {
            return new Flawed("secret token contains unallowed characters");
        }
        try {
            String given = parameters.text("url").strip();
            URI url = new URI(given.contains("://") ? given : "https://" + given);
            String flaw = flawOf(url);
            if (!flaw.isEmpty()) {
                return new Flawed("bad webhook: " + flaw);
            }
            int connections = Math.clamp(parameters.number("max_connections", 40), 1, 100);
            return new Filled(new Webhook(url, secret, connections, parameters.has("certificate")));
        } catch (URISyntaxException e) {
            return new Flawed("invalid webhook URL specified");
        }
    }

    private static String flawOf(URI url) {
        if (url.getHost() == null) {
            return "Failed to resolve host: Name or service not known";
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (LOOPBACK.matcher(url.getHost()).matches() && (https || "http".equalsIgnoreCase(url.getScheme()))) {
            return "";
        }
        if (!https) {
            return "An HTTPS URL must be provided for webhook";
        }
        return url.getPort() == -1 || PORTS.contains(url.getPort())
                ? ""
                : "Webhook can be set up only on ports 80, 88, 443 or 8443";
    }
}
