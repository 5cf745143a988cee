package io.botyard.sandbox.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A chat as Telegram numbers them: people are positive, groups negative, and supergroups
 * and channels begin with -100.
 *
 * @param username without '@', empty when the chat was named by its number
 */
public record ChatId(long id, String username) {

    private static final Pattern USERNAME = Pattern.compile("@[A-Za-z][A-Za-z0-9_]{3,31}");
    private static final long FIRST_SUPERGROUP = -1_000_000_000_000L;

    /** Empty when no such chat can exist. */
    public static Optional<ChatId> of(String text) {
        if (USERNAME.matcher(text).matches()) {
            String name = text.substring(1);
            // The same name is always the same chat.
            long number =
                    1_000_000_000L + Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), 1_000_000_000);
            return Optional.of(new ChatId(FIRST_SUPERGROUP - number, name));
        }
        try {
            long id = Long.parseLong(text.strip());
            return id == 0 ? Optional.empty() : Optional.of(new ChatId(id, ""));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public boolean isPrivate() {
        return id > 0;
    }

    public boolean isSupergroup() {
        return Long.toString(id).startsWith("-100");
    }

    public String type() {
        return isPrivate() ? "private" : isSupergroup() ? "supergroup" : "group";
    }
}
