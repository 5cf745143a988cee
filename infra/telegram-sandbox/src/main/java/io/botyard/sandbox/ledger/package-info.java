/** What arrived, when and in which order, kept on disk without any token. */
@NullMarked
package io.botyard.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
