package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;

/** What a method of the Bot API does. */
@FunctionalInterface
interface Method {

    /** May wait, as a request for updates does. */
    Reply answer(Bot bot, Parameters parameters) throws InterruptedException;

    /** Remembers what a successful call of an earlier life did. */
    default void restore(PastCall call) {}
}
