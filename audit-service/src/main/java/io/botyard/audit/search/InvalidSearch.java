package io.botyard.audit.search;

import java.util.List;

/** A search whose parameters are not what they must be. */
final class InvalidSearch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<FieldProblem> problems;

    InvalidSearch(List<FieldProblem> problems) {
        super("invalid search parameters");
        this.problems = List.copyOf(problems);
    }

    List<FieldProblem> problems() {
        return problems;
    }
}
