package io.botyard.acceptance;

/**
 * What somebody asked of the gateway, and how it ended by the gateway's own words.
 *
 * @param request the id it was asked under
 * @param action the entry it is to have when it succeeds; empty for a call
 * @param status of its operation, in the end
 */
record Deed(String request, String action, String status) {

    boolean isCall() {
        return action.isEmpty();
    }
}
