package io.botyard.gateway.access;

import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link Caller}. */
@Component
final class CallerArgument implements HandlerMethodArgumentResolver {

    private static final int LONGEST_USER_AGENT = 256;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var ip = request.getRemoteAddr();
        var agent = userAgent(request);
        var actor = SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken session
                ? new Actor(userOf(session.getToken()), roleOf(session.getToken()), Via.SESSION, ip, agent)
                : new Actor(UserId.PLATFORM, Role.NOBODY, Via.NOBODY, ip, agent);
        return new Caller(actor, RequestIds.of(request));
    }

    static Role roleOf(Jwt token) {
        return Role.valueOf(
                Objects.requireNonNull(token.getClaimAsString(Claims.ROLE)).toUpperCase(Locale.ROOT));
    }

    private static UserId userOf(Jwt token) {
        return new UserId(Long.parseLong(Objects.requireNonNull(token.getSubject())));
    }

    private static @Nullable String userAgent(HttpServletRequest request) {
        var sent = request.getHeader("User-Agent");
        return sent == null || sent.length() <= LONGEST_USER_AGENT ? sent : sent.substring(0, LONGEST_USER_AGENT);
    }
}
