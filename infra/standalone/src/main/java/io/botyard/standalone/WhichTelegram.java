package io.botyard.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whom the bots speak to. Bots and messages of one Telegram mean nothing to another. */
public sealed interface WhichTelegram {

    /** Telegram's own address. */
    URI OFFICIAL = URI.create("https://api.telegram.org");

    /** How a data directory remembers it. */
    String remembered();

    /** How a person is told. */
    String spoken();

    /**
     * What {@code BOTYARD_TELEGRAM_API_URL} says; the sandbox where it says nothing.
     *
     * @throws Refused when this is no address, or would carry tokens over the network in clear
     */
    static WhichTelegram of(Optional<String> apiUrl) {
        return apiUrl.map(String::strip)
                .filter(text -> !text.isEmpty())
                .<WhichTelegram>map(WhichTelegram::server)
                .orElseGet(Sandbox::new);
    }

    private static Server server(String text) {
        var uri = parsed(text.replaceAll("/+$", ""));
        var host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw notAnAddress();
        }
        if ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(host))) {
            return new Server(uri);
        }
        throw new Refused("BOTYARD_TELEGRAM_API_URL must begin with https: every address carries a bot's token."
                + " Plain http is only for this machine itself.");
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw notAnAddress();
        }
    }

    private static Refused notAnAddress() {
        return new Refused("BOTYARD_TELEGRAM_API_URL must be an address such as " + OFFICIAL
                + ", without user, query or fragment.");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The stand-in that comes along. */
    record Sandbox() implements WhichTelegram {
        @Override
        public String remembered() {
            return "sandbox";
        }

        @Override
        public String spoken() {
            return "the Telegram sandbox (no message reaches a real person)";
        }
    }

    /** A server of the operator's choice, such as the real one. */
    record Server(URI apiUrl) implements WhichTelegram {
        @Override
        public String remembered() {
            return apiUrl.toString();
        }

        @Override
        public String spoken() {
            return apiUrl.equals(OFFICIAL) ? "the real Telegram (" + apiUrl + ")" : "the Bot API server at " + apiUrl;
        }
    }
}
