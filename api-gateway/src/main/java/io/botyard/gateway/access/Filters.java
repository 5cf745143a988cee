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
}
