/** The bot as the worker's views show it. */
@NullMarked
package io.botyard.gateway.bots.store;

import org.jspecify.annotations.NullMarked;
