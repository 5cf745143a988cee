package io.botyard.secret;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;

/** A sealed secret, and whom it was sealed for. */
public record OwnedSecret(UserId owner, SealedSecret sealed) {}
