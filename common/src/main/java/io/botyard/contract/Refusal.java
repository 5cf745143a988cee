package io.botyard.contract;

/** A command turned down by a rule; a value, never an exception. */
public record Refusal(RefusalCode code, String message) {}
