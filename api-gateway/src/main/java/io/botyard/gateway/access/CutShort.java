package io.botyard.gateway.access;

import jakarta.servlet.ServletRequest;

/** Answers that began and cannot be ended: their connection breaks, since an end would make them look whole. */
public final class CutShort {

    private static final String MARK = CutShort.class.getName();

    private CutShort() {}

    public static void mark(ServletRequest request) {
        request.setAttribute(MARK, true);
    }

    public static boolean is(ServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
