/** A Kafka broker inside this process (KRaft, one node), with its log on disk. */
@NullMarked
package io.botyard.embedded.kafka;

import org.jspecify.annotations.NullMarked;
