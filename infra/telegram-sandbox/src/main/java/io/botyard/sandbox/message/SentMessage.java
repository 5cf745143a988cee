package io.botyard.sandbox.message;

import io.botyard.sandbox.exchange.ChatId;

/**
 * A message a bot sent.
 *
 * @param date seconds since 1970
 * @param edited the same of the last edit, 0 when there was none
 */
public record SentMessage(long id, long botId, ChatId chat, long date, long edited, Content content) {

    public SentMessage edited(Content to, long at) {
        return new SentMessage(id, botId, chat, date, at, to);
    }
}
