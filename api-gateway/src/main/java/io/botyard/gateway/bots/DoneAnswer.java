package io.botyard.gateway.bots;

/** It is done, and there is nothing more to tell. */
public record DoneAnswer(boolean success, String message) {

    static final DoneAnswer REMOVED = new DoneAnswer(true, "The bot and its credentials are removed.");
}
