package io.botyard.sandbox.control;

/** Says which part of a control request cannot be understood. */
final class BadInput extends Exception {

    private static final long serialVersionUID = 1L;

    BadInput(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
