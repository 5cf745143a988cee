/** What can be asked: one record for each command, sealed. */
@NullMarked
package io.botyard.contract.command;

import org.jspecify.annotations.NullMarked;
