package io.botyard.sandbox.http;

import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.exchange.Token;
import io.botyard.sandbox.method.BotApi;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Everything that is not the sandbox's own: the Bot API, and Telegram's "Not Found" for the rest. */
final class BotServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient BotApi api;

    BotServlet(BotApi api) {
        this.api = api;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<BotPath> path = BotPath.of(request.getRequestURI());
        if (path.isEmpty()) {
            ReplyWriter.write(Reply.refused(404, "Not Found"), request, response);
            return;
        }
        String verb = request.getMethod();
        if (!verb.equals("GET") && !verb.equals("POST")) {
            ReplyWriter.write(Reply.refused(405, "Method Not Allowed"), request, response);
            return;
        }
        try {
            ReplyWriter.write(api.answer(read(path.get(), request)), request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            AbruptEnd.of(request);
        }
    }

    private static BotRequest read(BotPath path, HttpServletRequest request) throws IOException {
        RequestBody body = RequestBody.of(request);
        Token token = Token.of(path.token()).orElse(null);
        return new BotRequest(token, path.method(), body.parameters(), body.flaw());
    }
}
