package io.botyard.audit.search;

/** What is wrong with one parameter; {@code message} quotes nothing that was sent. */
record FieldProblem(String field, String code, String message) {}
