package io.botyard.audit.entry;

import java.util.List;

/** A question whose parameters are not what they must be. */
public final class InvalidQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public InvalidQuery(List<FieldProblem> problems) {
        super("invalid query parameters");
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
