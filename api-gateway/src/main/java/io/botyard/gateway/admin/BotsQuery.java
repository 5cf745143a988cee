package io.botyard.gateway.admin;

import io.botyard.contract.BotStatus;
import io.botyard.gateway.access.Filters;
import io.botyard.gateway.bots.store.BotSearch;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** Which bots an admin asks for. */
final class BotsQuery {

    private static final String QUERY = "query";
    private static final String STATUS = "status";
    private static final String PAGE = "page";
    private static final String PAGE_SIZE = "page_size";
    private static final int USUAL_SIZE = 50;

    private static final Map<String, Pattern> FORMS = Map.of(
            PAGE, Pattern.compile("[1-9][0-9]{0,6}"),
            PAGE_SIZE, Pattern.compile("[1-9][0-9]?|100"),
            STATUS,
                    Pattern.compile(Arrays.stream(BotStatus.values())
                            .map(status -> status.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining("|"))),
            QUERY, Pattern.compile("\\P{Cntrl}{1,100}"));

    private final Filters filters;

    private BotsQuery(Filters filters) {
        this.filters = filters;
    }

    static BotsQuery of(MultiValueMap<String, String> asked) {
        return new BotsQuery(Filters.of(asked, FORMS));
    }

    BotSearch search() {
        return new BotSearch(
                filters.get(STATUS).map(status -> BotStatus.valueOf(status.toUpperCase(Locale.ROOT))),
                filters.get(QUERY),
                number(PAGE, 1),
                number(PAGE_SIZE, USUAL_SIZE));
    }

    /** For the trail, which holds no texts: that there was a query, and not which. */
    String recorded() {
        return Stream.of(PAGE, PAGE_SIZE, STATUS, QUERY)
                .flatMap(
                        name -> filters.get(name).map(value -> name.equals(QUERY) ? name : name + "=" + value).stream())
                .collect(Collectors.joining("&"));
    }

    private int number(String name, int usual) {
        return filters.get(name).map(Integer::parseInt).orElse(usual);
    }
}
