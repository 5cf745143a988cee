package io.botyard.sandbox.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Gives servlets what they otherwise lack: a way to close the connection without any answer. */
final class AbruptEnd extends ValveBase {

    private static final String ATTRIBUTE = AbruptEnd.class.getName();

    AbruptEnd() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable end = () -> request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        request.setAttribute(ATTRIBUTE, end);
        getNext().invoke(request, response);
    }

    static void of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Runnable end) {
            end.run();
        }
    }
}
