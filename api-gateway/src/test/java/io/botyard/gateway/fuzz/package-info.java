/** Requests of every kind, made from the document by chance and a seed, and what the document promises of their answers. */
@NullMarked
package io.botyard.gateway.fuzz;

import org.jspecify.annotations.NullMarked;
