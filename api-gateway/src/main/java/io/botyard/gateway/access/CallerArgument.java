package io.botyard.gateway.access;

import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link Caller}, and their {@link Standing} where nobody comes without one. */
@Component
final class CallerArgument implements HandlerMethodArgumentResolver {

    private static final int LONGEST_USER_AGENT = 256;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Standing.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var standing = standing();
        if (parameter.getParameterType() == Standing.class) {
            return standing.orElseThrow(() -> Rejection.of(ProblemCode.UNAUTHENTICATED));
        }
        return caller(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
    }

    /** As far as is known by now. */
    static Caller caller(HttpServletRequest request) {
        return new Caller(actor(standing(), request), RequestIds.of(request));
    }

    private static Optional<Standing> standing() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof StandingAuthentication known
                ? Optional.of(known.standing())
                : Optional.empty();
    }

    private static Actor actor(Optional<Standing> standing, HttpServletRequest request) {
        var ip = request.getRemoteAddr();
        var agent = userAgent(request);
        return standing.map(known -> new Actor(known.user(), known.role(), known.via(), ip, agent))
                .orElseGet(() -> new Actor(UserId.PLATFORM, Role.NOBODY, Via.NOBODY, ip, agent));
    }

    private static @Nullable String userAgent(HttpServletRequest request) {
        var sent = request.getHeader("User-Agent");
        return sent == null || sent.length() <= LONGEST_USER_AGENT ? sent : sent.substring(0, LONGEST_USER_AGENT);
    }
}
