/** What becomes of outcomes, rule by rule, without a broker. */
@NullMarked
package io.botyard.audit.activity.streams;

import org.jspecify.annotations.NullMarked;
