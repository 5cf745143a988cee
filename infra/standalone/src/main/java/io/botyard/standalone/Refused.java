package io.botyard.standalone;

/** Why Botyard does not start, as a sentence for whoever started it. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }
}
