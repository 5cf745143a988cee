package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;

/** Answers somebody's query; the sandbox knows every query that has an id. */
record AnswerQuery(String idField) implements Method {

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        return parameters.text(idField).isBlank()
                ? Reply.badRequest("query is too old and response timeout expired or query ID is invalid")
                : Reply.yes();
    }
}
