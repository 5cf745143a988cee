/** What holds the gateway to its document, and the document to its clients. */
@NullMarked
package io.botyard.gateway.document;

import org.jspecify.annotations.NullMarked;
