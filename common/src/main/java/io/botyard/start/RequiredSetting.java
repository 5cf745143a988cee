package io.botyard.start;

import org.jspecify.annotations.Nullable;

/**
 * A password or a place of keys, which has no default because no default is right.
 *
 * @param property as the service reads it
 * @param name as an operator gives it
 * @param instead settings that make it needless
 * @param beside the one property it belongs to, without which it is needless
 */
public record RequiredSetting(
        String property,
        String name,
        @Nullable String instead,
        @Nullable String beside) {

    public static RequiredSetting of(String property, String name) {
        return new RequiredSetting(property, name, null, null);
    }

    /** Not needed where anything is set under this prefix. */
    public RequiredSetting orAnyOf(String prefix) {
        return new RequiredSetting(property, name, prefix, beside);
    }

    /** Needed only where this property is set. */
    public RequiredSetting beside(String other) {
        return new RequiredSetting(property, name, instead, other);
    }

    /** A reference that leads nowhere is bound as it stands. */
    boolean isUnset(String value) {
        return value.equals("${" + name + "}");
    }

    String spoken() {
        return instead == null ? name : name + " (or " + instead + ")";
    }
}
