/** The OpenAPI document: what the controllers, their records and the tables of the gateway say, written down for clients. */
@NullMarked
package io.botyard.gateway.document;

import org.jspecify.annotations.NullMarked;
