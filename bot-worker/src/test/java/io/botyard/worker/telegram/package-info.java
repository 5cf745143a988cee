/** When Telegram is asked, and when it is left alone. */
@NullMarked
package io.botyard.worker.telegram;

import org.jspecify.annotations.NullMarked;
