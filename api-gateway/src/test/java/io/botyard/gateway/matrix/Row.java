package io.botyard.gateway.matrix;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A route and the status each caller gets, as a line of the table. */
record Row(Route route, List<Integer> statuses) {

    static Row of(String line) {
        var words = line.strip().split("\\s+");
        return new Row(
                new Route(words[0], words[1]),
                Stream.of(words).skip(2).map(Integer::valueOf).toList());
    }

    /** What stands above the statuses. */
    static String heading() {
        return " ".repeat(47)
                + Stream.of(Column.values())
                        .map(column -> column.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
    }

    /** Each status at the end of its caller's name. */
    @Override
    public String toString() {
        var line = new StringBuilder("%-6s %-40s".formatted(route.method(), route.path()));
        var columns = Column.values();
        for (var i = 0; i < columns.length; i++) {
            line.append((" %" + columns[i].name().length() + "d").formatted(statuses.get(i)));
        }
        return line.toString();
    }
}
