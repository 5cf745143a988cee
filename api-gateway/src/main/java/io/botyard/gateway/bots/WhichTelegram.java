package io.botyard.gateway.bots;

/** Which Telegram this deployment talks to, said plainly. */
record WhichTelegram(Kind kind, String description) {

    /** The kinds there are. */
    enum Kind {
        TELEGRAM,
        SANDBOX,
        OTHER
    }

    static WhichTelegram of(TelegramSettings settings) {
        if (settings.sandbox()) {
            return new WhichTelegram(
                    Kind.SANDBOX, "This is Botyard's sandbox, a stand-in for Telegram: nothing reaches real people.");
        }
        return "api.telegram.org".equals(settings.apiUrl().getHost())
                ? new WhichTelegram(Kind.TELEGRAM, "This is the real Telegram.")
                : new WhichTelegram(
                        Kind.OTHER,
                        "This is the Bot API server at " + settings.apiUrl().getHost() + ".");
    }
}
