package io.botyard.worker.call;

import io.botyard.contract.command.CallBody;
import io.botyard.tracing.Kind;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.fleet.Traffic;
import io.botyard.worker.telegram.Answer;
import io.botyard.worker.telegram.BotApi;
import io.botyard.worker.telegram.Exchange;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Asks Telegram in a bot's name, while the bot is as it was seen and nobody stops it. */
@Component
class Asking {

    private final Fleet fleet;
    private final BotApi telegram;
    private final CallSettings settings;
    private final RequestMetrics metrics;
    private final Tracing tracing;

    Asking(Fleet fleet, BotApi telegram, CallSettings settings, RequestMetrics metrics, Tracing tracing) {
        this.tracing = tracing;
        this.fleet = fleet;
        this.telegram = telegram;
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * What Telegram answers; nothing when it was not asked, because the bot has changed or something else no longer holds.
     *
     * @param patience how long the answer may take
     */
    Optional<Answer> ask(
            Traffic traffic, Proviso proviso, ResidentBot bot, String method, CallBody body, Duration patience) {
        var token = bot.token();
        BooleanSupplier still = () -> proviso.throughout().getAsBoolean() && fleet.holds(bot);
        var exchange = traffic.begin(
                () -> proviso.atFirst().getAsBoolean() && still.getAsBoolean(),
                () -> telegram.begin(token, method, body, still, patience));
        return exchange.flatMap(begun -> {
            try {
                return answer(method, begun);
            } finally {
                traffic.ended(begun);
            }
        });
    }

    /** The same at leisure. */
    Optional<Answer> ask(Traffic traffic, Proviso proviso, ResidentBot bot, String method, CallBody body) {
        return ask(traffic, proviso, bot, method, body, settings.deadline());
    }

    /** The same of a bot that may be suspended. */
    Answer askAnyway(ResidentBot bot, String method, CallBody body) {
        return answer(method, telegram.begin(bot.token(), method, body, () -> true, settings.deadline()))
                .orElseThrow();
    }

    /** Its span says neither where nor what was sent: the one holds the token, the other is the user's. */
    private Optional<Answer> answer(String method, Exchange begun) {
        var sample = metrics.begun();
        try (var span = tracing.within(Kind.CLIENT, "telegram", method)) {
            var answer = begun.answer();
            answer.ifPresentOrElse(
                    given -> {
                        metrics.ended(sample, given);
                        said(span, given);
                    },
                    () -> span.failed("withheld"));
            return answer;
        }
    }

    private static void said(Span span, Answer answer) {
        switch (answer) {
            case Answer.Accepted _ -> {
                // Nothing to add.
            }
            case Answer.Denied(var error, var _) ->
                span.put("http.response.status_code", error.errorCode()).failed(Integer.toString(error.errorCode()));
            case Answer.NotReached(var reason) -> span.failed(reason);
            case Answer.Unclear(var reason) -> span.failed(reason);
        }
    }
}
