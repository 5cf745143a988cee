package io.botyard.audit.entry;

/** What is wrong with one parameter; {@code message} quotes nothing that was sent. */
public record FieldProblem(String field, String code, String message) {}
