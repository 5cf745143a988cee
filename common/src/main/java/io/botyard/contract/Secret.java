package io.botyard.contract;

/** Something only its owner's bot may use. Never serialized, never printed. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
