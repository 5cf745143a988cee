/** Reads the topics, and keeps the trails: what was read and how far is committed together. */
@NullMarked
package io.botyard.audit.trail;

import org.jspecify.annotations.NullMarked;
