package io.botyard.audit.operations;

/** An operation in its place. */
record ListedOperation(OperationPlace place, Operation operation) {}
