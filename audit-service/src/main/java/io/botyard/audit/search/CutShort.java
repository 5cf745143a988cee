package io.botyard.audit.search;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Breaks the connection of an answer that began and cannot be ended: its end would make it look whole. */
final class CutShort extends ValveBase {
    private static final String MARK = CutShort.class.getName();

    CutShort() {
        super(true);
    }

    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(MARK) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
