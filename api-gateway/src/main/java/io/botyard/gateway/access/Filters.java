package io.botyard.gateway.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** What a query asks for, each of the right form. */
public final class Filters {

    /** RFC 3339. */
    public static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    /** Which page of a list, as {@link Paged} documents it. */
    public static final Map<String, Pattern> PAGING = Map.of(
            "cursor", Pattern.compile("[A-Za-z0-9_.=:-]{1,512}"),
            "limit", Pattern.compile("[1-9][0-9]?|1[0-9]{2}|200"));

    private final Map<String, String> values;

    private Filters(Map<String, String> values) {
        this.values = values;
    }

    /** {@code forms} says by what one can ask, and how each looks; whatever else was asked is not valid. */
    public static Filters of(MultiValueMap<String, String> asked, Map<String, Pattern> forms) {
        var errors = new ArrayList<FieldError>();
        asked.forEach((name, values) -> {
            var form = forms.get(name);
            if (form == null) {
                errors.add(new FieldError(name, "unknown_field", "is not something to ask by"));
            } else if (values.size() > 1) {
                errors.add(new FieldError(name, "repeated", "is given more than once"));
            } else if (!form.matcher(values.getFirst()).matches()) {
                errors.add(new FieldError(name, "form", "is not of the right form"));
            }
        });
        if (!errors.isEmpty()) {
            throw Rejection.invalid(errors);
        }
        return new Filters(asked.toSingleValueMap());
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** As they stand in a URI. */
    public String encoded() {
        return values.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The same behind the name of what is asked, as entries of the trail say it. */
    public String of(String what) {
        return values.isEmpty() ? what : what + "&" + encoded();
    }
}
