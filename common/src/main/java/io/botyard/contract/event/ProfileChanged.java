package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Set;

/**
 * A user changed what they are called.
 *
 * @param fields their names, never their values
 */
public record ProfileChanged(@JsonUnwrapped AccessHead head, Set<String> fields) implements AccessEvent {}
