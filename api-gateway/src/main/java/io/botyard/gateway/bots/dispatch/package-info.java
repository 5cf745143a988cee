/** From a request to its answer: a command is handed on, waited for as long as its client likes, and told of. */
@NullMarked
package io.botyard.gateway.bots.dispatch;

import org.jspecify.annotations.NullMarked;
