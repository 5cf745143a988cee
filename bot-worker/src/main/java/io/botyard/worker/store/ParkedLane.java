package io.botyard.worker.store;

/**
 * What is set aside of one lane.
 *
 * @param first the position of the call that goes next
 * @param hopeless one of them is for a bot that takes no calls any more
 */
public record ParkedLane(CallLane lane, int calls, long first, boolean interactive, boolean hopeless) {}
