package io.botyard.start;

/** Why a service does not start, as a sentence for whoever started it; it is all that the log says of it. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }
}
