package io.botyard.gateway.bots.dispatch;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.springframework.web.util.WebUtils;

/** A request whose body can be looked at before it is read. */
final class KeptBody extends HttpServletRequestWrapper {

    /** The header that makes a request one that may be sent again. */
    static final String KEY = "Idempotency-Key";

    private static final byte[] NOTHING = {};

    private final byte[] body;

    KeptBody(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readAllBytes();
    }

    static boolean isKeyed(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getHeader(KEY) != null;
    }

    static byte[] of(ServletRequest request) {
        var kept = WebUtils.getNativeRequest(request, KeptBody.class);
        return kept == null ? NOTHING : kept.body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new KeptInput(body);
    }
}
