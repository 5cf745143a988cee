package io.botyard.sandbox.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some calls in order; {@code next} goes into {@code after} to read on, and is null on the last page. */
public record CallPage(List<Call> calls, @Nullable Long next) {}
