package io.botyard.audit.entry;

/**
 * Text as any database keeps it. Browsers, bots and attackers send what they like; a character that cannot be stored
 * must neither stop a trail nor make an entry read back differently from what was hashed.
 */
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** The same text with NUL and halves of surrogate pairs replaced by U+FFFD. */
    public static String of(String text) {
        return of(text, text.length());
    }

    /** As {@link #of(String)}, and no longer than this many characters (UTF-16 units). */
    public static String of(String text, int longest) {
        var end = Math.min(text.length(), longest);
        StringBuilder changed = null;
        for (int i = 0; i < end; i++) {
            if (storable(text, i, end)) {
                continue;
            }
            if (changed == null) {
                changed = new StringBuilder(text.substring(0, end));
            }
            changed.setCharAt(i, REPLACEMENT);
        }
        return changed == null ? text.substring(0, end) : changed.toString();
    }

    private static boolean storable(String text, int i, int end) {
        var c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0;
    }
}
