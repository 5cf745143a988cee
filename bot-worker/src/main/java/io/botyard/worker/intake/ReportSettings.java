package io.botyard.worker.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators are told of this worker.
 *
 * @param every how often; who says nothing for 30 s is shown as silent
 */
@ConfigurationProperties("botyard.worker.report")
record ReportSettings(@DefaultValue("5s") Duration every) {}
