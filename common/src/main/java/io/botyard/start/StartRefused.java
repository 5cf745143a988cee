package io.botyard.start;

import org.jspecify.annotations.Nullable;

/** Why a service does not start, as a sentence for whoever started it; it is all that the log says of it. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, @Nullable Throwable why) {
        super(sentence, why);
    }
}
