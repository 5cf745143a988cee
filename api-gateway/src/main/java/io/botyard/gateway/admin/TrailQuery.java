package io.botyard.gateway.admin;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Filters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** What an admin asks of the trail, of the right form. */
final class TrailQuery {

    private static final String USER_ID = "user_id";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,64}");
    private static final Map<String, Pattern> FILTERS = Map.of(
            USER_ID,
            NUMBER,
            "actor_id",
            NUMBER,
            "action",
            NAME,
            "outcome",
            Pattern.compile("ok|refused|failed|denied"),
            "from",
            Filters.TIME,
            "to",
            Filters.TIME);
    private static final Map<String, Pattern> OF_A_SEARCH = with(Filters.PAGING);
    private static final Map<String, Pattern> OF_AN_EXPORT =
            with(Map.of(TrailFormat.NAME, Pattern.compile("csv|jsonl")));

    private final Filters filters;

    private TrailQuery(Filters filters) {
        this.filters = filters;
    }

    static TrailQuery of(MultiValueMap<String, String> asked) {
        return new TrailQuery(Filters.of(asked, OF_A_SEARCH));
    }

    static TrailQuery ofExport(MultiValueMap<String, String> asked) {
        return new TrailQuery(Filters.of(asked, OF_AN_EXPORT));
    }

    /** Whose trail it is about, when it is about one user's. */
    Optional<UserId> user() {
        return filters.get(USER_ID).map(Long::parseLong).map(UserId::new);
    }

    TrailFormat format() {
        return filters.get(TrailFormat.NAME).map(TrailFormat::of).orElse(TrailFormat.CSV);
    }

    /** As it stands in a URI. */
    String encoded() {
        return filters.encoded();
    }

    /** The same behind the name of what is asked. */
    String of(String what) {
        return filters.of(what);
    }

    private static Map<String, Pattern> with(Map<String, Pattern> more) {
        var forms = new HashMap<>(FILTERS);
        forms.putAll(more);
        return Map.copyOf(forms);
    }
}
