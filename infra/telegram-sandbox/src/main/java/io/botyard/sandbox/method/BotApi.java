package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.bot.Bots;
import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.exchange.Token;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.fault.FaultReply;
import io.botyard.sandbox.fault.Faults;
import io.botyard.sandbox.ledger.Ledger;
import io.botyard.sandbox.pace.Pacer;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Bot API: every request is written down first, then answered as Telegram would, or as a fault wants it. */
public final class BotApi {

    private static final Pattern METHOD = Pattern.compile("[A-Za-z]{1,64}");

    private final Ledger ledger;
    private final Faults faults;
    private final Pacer pacer;
    private final Bots bots;
    private final Methods methods;
    private final Patience patience;

    public BotApi(Ledger ledger, Faults faults, Pacer pacer, Bots bots, Methods methods, Patience patience) {
        this.ledger = ledger;
        this.faults = faults;
        this.pacer = pacer;
        this.bots = bots;
        this.methods = methods;
        this.patience = patience;
    }

    /** May take as long as the request or a fault asks for. */
    public Reply answer(BotRequest request) throws InterruptedException {
        long seq = ledger.arrived(request);
        Optional<Fault> fault = faults.take(request);
        if (fault.isPresent()) {
            return faulty(seq, fault.get(), request);
        }
        Reply reply = ordinary(request);
        ledger.answered(seq, AnswerNote.of(reply));
        return reply;
    }

    private Reply faulty(long seq, Fault fault, BotRequest request) throws InterruptedException {
        if (fault.delay().isPositive()) {
            patience.await(fault.delay());
        }
        if (fault.hang()) {
            patience.awaitRelease();
            ledger.answered(seq, AnswerNote.of(new Reply.Silence()));
            return new Reply.Silence();
        }
        Optional<Reply> ordered = FaultReply.of(fault, request);
        Reply reply = ordered.isPresent() ? ordered.get() : ordinary(request);
        if (fault.dropAfterReceipt()) {
            ledger.answered(seq, AnswerNote.lostAfter(reply));
            return new Reply.Silence();
        }
        ledger.answered(seq, AnswerNote.of(reply));
        return reply;
    }

    private Reply ordinary(BotRequest request) throws InterruptedException {
        Token token = request.token();
        if (token == null || !bots.accepts(token)) {
            return Reply.refused(401, "Unauthorized");
        }
        if (request.flaw() != null) {
            return Reply.badRequest(request.flaw());
        }
        if (!METHOD.matcher(request.method()).matches()) {
            return Reply.refused(404, "Not Found: method not found");
        }
        int wait = sends(request.methodKey()) ? pacer.send(token.botId(), request.chatId()) : 0;
        if (wait > 0) {
            return Reply.tooManyRequests(wait);
        }
        Bot bot = bots.of(token.botId());
        return methods.answer(bot, request);
    }

    /** Whether a method puts something into a chat and so counts against the pace. */
    private static boolean sends(String methodKey) {
        return (methodKey.startsWith("send") && !methodKey.equals("sendchataction"))
                || methodKey.startsWith("forward")
                || methodKey.startsWith("copy");
    }
}
