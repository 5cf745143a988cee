package io.botyard.secret;

import io.botyard.contract.SealedSecret;
import java.util.OptionalInt;

/**
 * The keys that secrets are sealed under. Each has a version, from 1 and without gaps. The newest one seals; what the
 * others sealed still opens, until they are retired.
 */
public interface TokenKeys {

    /**
     * The version that secrets are sealed under now.
     *
     * @throws CipherUnavailable when the keys cannot be reached now; asking later may succeed
     */
    int newest();

    /**
     * The oldest version that still opens.
     *
     * @throws CipherUnavailable when the keys cannot be reached now; asking later may succeed
     */
    int oldest();

    /**
     * The version this was sealed under; nothing when it is none of ours.
     *
     * @throws CipherUnavailable when the keys cannot be reached now; asking later may succeed
     */
    OptionalInt versionOf(SealedSecret sealed);

    /**
     * Makes the version after {@code current}, unless that has been done: however often and by however many threads this
     * is asked for, there is one new key. Between processes that ask in the same moment it depends on what keeps the keys.
     *
     * @return the newest version, which is later than {@code current}
     * @throws CipherUnavailable when the keys cannot be reached now, or {@code current} is not among them
     */
    int rotateFrom(int current);

    /**
     * Retires the versions before this one, unless that has been done: what they sealed does not open any more. None of
     * those that are retired comes back.
     *
     * @throws CipherUnavailable when the keys cannot be reached now, this service may not do it, or {@code oldest} is
     *     not among them
     */
    void retireBefore(int oldest);
}
