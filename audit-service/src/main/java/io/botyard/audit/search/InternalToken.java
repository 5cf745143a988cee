package io.botyard.audit.search;

import io.botyard.contract.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What the gateway's token for this service must say; nothing else opens a door here. */
final class InternalToken implements OAuth2TokenValidator<Jwt> {
    static final String AUDIENCE = "audit-service";
    static final String ISSUER = "botyard";
    private static final String ROLE = "role";
    private static final Pattern USER = Pattern.compile("\\d{1,18}");
    private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "not a token for this service", null));

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var good = AUDIENCE.equals(only(token.getAudience()))
                && ISSUER.equals(token.getClaimAsString("iss"))
                && token.getExpiresAt() != null
                && USER.matcher(Objects.toString(token.getSubject(), "")).matches()
                && isRole(Objects.toString(token.getClaimAsString(ROLE), ""));
        return good ? OAuth2TokenValidatorResult.success() : REFUSED;
    }

    static Role role(Jwt token) {
        var word = Objects.toString(token.getClaimAsString(ROLE), "");
        return Stream.of(Role.values())
                .filter(role -> isCalled(role, word))
                .findAny()
                .orElseThrow();
    }

    /** Each role holds what the one before it holds. */
    static Collection<GrantedAuthority> authorities(Jwt token) {
        var role = role(token);
        return Stream.of(Role.values())
                .filter(each -> each.compareTo(role) <= 0)
                .<GrantedAuthority>map(each -> new SimpleGrantedAuthority(each.name()))
                .toList();
    }

    private static boolean isRole(String word) {
        return Stream.of(Role.values()).anyMatch(role -> isCalled(role, word));
    }

    private static boolean isCalled(Role role, String word) {
        return role.name().toLowerCase(Locale.ROOT).equals(word);
    }

    private static String only(@Nullable List<String> audience) {
        return audience != null && audience.size() == 1 ? audience.getFirst() : "";
    }
}
