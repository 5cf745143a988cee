package io.botyard.gateway.identity.admin;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Filters;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.identity.UserStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Which accounts a superadmin asks for, newest first.
 *
 * @param text in the e-mail or the username, or a user id
 * @param olderThan the last of the part before
 */
record UserSearch(
        int limit,
        Optional<UserId> olderThan,
        Optional<Role> role,
        Optional<UserStatus> status,
        Optional<String> text,
        String recorded) {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final String ROLE = "role";
    private static final String STATUS = "status";
    private static final String QUERY = "query";
    private static final int USUAL = 50;
    private static final Pattern PLACE = Pattern.compile("before:([1-9][0-9]{0,17})");

    private static final Map<String, Pattern> FORMS = Map.of(
            LIMIT, Pattern.compile("[1-9][0-9]?|100"),
            CURSOR, Pattern.compile("[A-Za-z0-9_-]{1,64}"),
            ROLE, Pattern.compile("user|admin|superadmin"),
            STATUS, Pattern.compile("active|suspended"),
            QUERY, Pattern.compile("\\P{Cntrl}{1,254}"));

    /** As a query says it. */
    static UserSearch of(MultiValueMap<String, String> asked) {
        var filters = Filters.of(asked, FORMS);
        return new UserSearch(
                filters.get(LIMIT).map(Integer::parseInt).orElse(USUAL),
                filters.get(CURSOR).map(UserSearch::place),
                filters.get(ROLE).map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT))),
                filters.get(STATUS).map(status -> UserStatus.valueOf(status.toUpperCase(Locale.ROOT))),
                filters.get(QUERY),
                recorded(filters));
    }

    /** Asks for what comes after this account. */
    static String cursor(StoredUser last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("before:" + last.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static UserId place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var place = PLACE.matcher(text);
            if (place.matches()) {
                return new UserId(Long.parseLong(place.group(1)));
            }
        } catch (IllegalArgumentException notBase64) {
            throw notOurs();
        }
        throw notOurs();
    }

    private static Rejection notOurs() {
        return Rejection.invalid(CURSOR, "form", "is a next_cursor of this list");
    }

    /** For the trail, which holds no texts: that there was a query, and not which. */
    private static String recorded(Filters filters) {
        return Stream.of(LIMIT, CURSOR, ROLE, STATUS, QUERY)
                .flatMap(
                        name -> filters.get(name).map(value -> name.equals(QUERY) ? name : name + "=" + value).stream())
                .collect(Collectors.joining("&"));
    }
}
