package io.botyard.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.sandbox.control.Control;
import io.botyard.sandbox.control.ControlAnswer;
import io.botyard.sandbox.control.ControlRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The door to the sandbox's own endpoints. */
final class ControlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Control control;

    ControlServlet(Control control) {
        this.control = control;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = new String(request.getInputStream().readNBytes(RequestBody.LARGEST_JSON), UTF_8);
        Map<String, String> query = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        ControlAnswer answer =
                control.answer(new ControlRequest(request.getMethod(), request.getRequestURI(), query, body));
        ReplyWriter.json(response, answer.status(), answer.body());
    }
}
