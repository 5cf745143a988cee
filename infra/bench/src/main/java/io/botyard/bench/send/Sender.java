package io.botyard.bench.send;

/** Sends one message in a bot's name, and returns when Telegram has answered. */
@FunctionalInterface
interface Sender {
    void send(long bot, String chat, String text) throws Exception;
}
