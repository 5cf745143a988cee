/** The only producer: what was asked becomes a record, its secrets sealed, kept by Kafka before anybody is told so. */
@NullMarked
package io.botyard.gateway.commands;

import org.jspecify.annotations.NullMarked;
