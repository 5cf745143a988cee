package io.botyard.audit.entry.proof;

/** A chain that is not as it was signed. */
public record BrokenChain(long userId, long firstBrokenSeq, Reason reason) {}
