package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An older database stands in the place of the one whose trails were signed, and what it lacks is read again.
 *
 * @param partition of which it has read less than was signed
 * @param seal the number of the newest seal of that partition
 * @param records that were read before and are read again
 */
public record TrailRestored(@JsonUnwrapped AccessHead head, int partition, long seal, long records)
        implements AccessEvent {}
