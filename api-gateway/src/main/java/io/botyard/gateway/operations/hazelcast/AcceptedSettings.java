package io.botyard.gateway.operations.hazelcast;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long the shared map is waited for before it counts as away. */
@ConfigurationProperties("botyard.gateway.accepted")
record AcceptedSettings(@DefaultValue("100ms") Duration patience) {}
