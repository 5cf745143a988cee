package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Make a new key, and seal every user's secrets anew under it. It is asked of no user but of the platform, and is done
 * when no row is behind.
 */
public record RotateKeys(@JsonUnwrapped Origin origin) implements ControlCommand {}
