/** Tomcat, and the way from bytes to requests and from replies to bytes. */
@NullMarked
package io.botyard.sandbox.http;

import org.jspecify.annotations.NullMarked;
