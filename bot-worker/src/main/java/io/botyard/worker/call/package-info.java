/** One Telegram call: state, gates, limits, intent, attempt, outcome. */
@NullMarked
package io.botyard.worker.call;

import org.jspecify.annotations.NullMarked;
