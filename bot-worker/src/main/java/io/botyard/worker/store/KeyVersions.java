package io.botyard.worker.store;

import io.botyard.contract.SealedSecret;
import java.util.OptionalInt;

/** Tells which key something was sealed under; nothing when it was none of ours. */
public interface KeyVersions {

    OptionalInt of(SealedSecret sealed);
}
