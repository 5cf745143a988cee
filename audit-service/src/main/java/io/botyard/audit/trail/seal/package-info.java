/** Signs what was recorded, a seal a minute, and puts the seals where whoever has the database alone cannot reach them. */
@NullMarked
package io.botyard.audit.trail.seal;

import org.jspecify.annotations.NullMarked;
