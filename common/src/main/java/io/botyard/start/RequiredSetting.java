package io.botyard.start;

import org.jspecify.annotations.Nullable;

/**
 * A password or a place of keys, which has no default because no default is right.
 *
 * @param property as the service reads it
 * @param name as an operator gives it
 * @param instead settings that make it needless
 */
public record RequiredSetting(
        String property, String name, @Nullable String instead) {

    public static RequiredSetting of(String property, String name) {
        return new RequiredSetting(property, name, null);
    }

    /** Not needed where anything is set under this prefix. */
    public RequiredSetting orAnyOf(String prefix) {
        return new RequiredSetting(property, name, prefix);
    }

    String spoken() {
        return instead == null ? name : name + " (or " + instead + ")";
    }
}
