package io.botyard.gateway.bots.dispatch;

import io.botyard.gateway.access.Fingerprints;
import io.botyard.gateway.access.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controllers their {@link Asking}. */
@Component
final class AskingArgument implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Fingerprints fingerprints;

    AskingArgument(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asking.class;
    }

    @Override
    public Asking resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return new Asking(
                Preference.of(all(request, Preference.HEADER)),
                key(request),
                Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class)));
    }

    private Optional<Asking.Key> key(HttpServletRequest request) {
        var sent = KeptBody.isKeyed(request) ? all(request, KeptBody.KEY) : List.<String>of();
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() > 1 || !KEY.matcher(sent.getFirst()).matches()) {
            throw Rejection.invalid(KeptBody.KEY, "form", "is one word of 1 to 255 visible ASCII characters");
        }
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Optional.of(new Asking.Key(request.getMethod() + " " + pattern, sent.getFirst(), fingerprint(request)));
    }

    private String fingerprint(HttpServletRequest request) {
        var line = request.getMethod() + " " + request.getRequestURI() + "?"
                + Objects.requireNonNullElse(request.getQueryString(), "") + "\n";
        return fingerprints.of(line.getBytes(StandardCharsets.UTF_8), KeptBody.of(request));
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
