package io.botyard.contract;

import java.util.Locale;
import java.util.Set;

/** The Bot API methods that Botyard keeps for itself: those that would take the bot away, and those that return a token. */
public final class ReservedMethods {

    private static final Set<String> NAMES = Set.of(
            "setwebhook",
            "deletewebhook",
            "getupdates",
            "logout",
            "close",
            "getmanagedbottoken",
            "replacemanagedbottoken");

    private ReservedMethods() {}

    /** Compared as Telegram compares: without regard to case. */
    public static boolean contains(String method) {
        return NAMES.contains(method.toLowerCase(Locale.ROOT));
    }
}
