/** What happened: state changes, refusals, how calls ended, and what the gateway let in or kept out. */
@NullMarked
package io.botyard.contract.event;

import org.jspecify.annotations.NullMarked;
