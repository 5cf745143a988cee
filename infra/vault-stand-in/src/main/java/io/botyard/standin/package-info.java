/** A stand-in for Vault that seals as its transit engine does, byte for byte, and fails as Vault and networks fail. */
@NullMarked
package io.botyard.standin;

import org.jspecify.annotations.NullMarked;
