/** What the sandbox knows of a bot: its tokens, its webhook and its waiting updates. */
@NullMarked
package io.botyard.sandbox.bot;

import org.jspecify.annotations.NullMarked;
