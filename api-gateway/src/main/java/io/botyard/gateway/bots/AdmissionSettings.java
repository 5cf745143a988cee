package io.botyard.gateway.bots;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How fast calls may come.
 *
 * @param keyPerSecond through one API key
 * @param keyBurst at once after a rest
 */
@Validated
@ConfigurationProperties("botyard.gateway.admission")
record AdmissionSettings(
        @NotNull @DecimalMin("0.001") BigDecimal keyPerSecond,
        @Min(1) long keyBurst) {}
