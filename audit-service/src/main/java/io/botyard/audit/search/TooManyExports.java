package io.botyard.audit.search;

/** As many exports run as may. */
final class TooManyExports extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
