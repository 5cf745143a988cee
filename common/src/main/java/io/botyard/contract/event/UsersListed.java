package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A superadmin went through the accounts.
 *
 * @param filters what they asked for, as the query's fields, without texts
 */
public record UsersListed(@JsonUnwrapped AccessHead head, String filters) implements AccessEvent {}
