package io.botyard.worker.control;

/** How far the workers are with what gateways have sent. */
public interface Reading {

    /** A place behind all that has been sent. */
    Mark mark();

    /** A place in what was sent. */
    interface Mark {

        /** Whether all before it is finished, by whichever worker. */
        boolean passed();
    }
}
