/** How much each bot does and how it fares: what of its outcomes is counted, and the rule that calls it ill. */
@NullMarked
package io.botyard.audit.activity;

import org.jspecify.annotations.NullMarked;
