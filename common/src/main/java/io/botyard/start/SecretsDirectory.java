package io.botyard.start;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * The directory whose files are settings, each named like the one it holds. Spring Boot reads it; this sees to it, before
 * it does, that a directory which somebody names is there.
 */
final class SecretsDirectory implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    static final String SETTING = "BOTYARD_SECRETS_DIR";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent start) {
        var named = start.getEnvironment().getProperty(SETTING);
        if (named == null) {
            return;
        }
        if (named.isBlank()) {
            throw new StartRefused(SETTING + " is empty: name a directory of secrets, or do not set it.");
        }
        if (!Files.isDirectory(Path.of(named))) {
            throw new StartRefused(SETTING + " names " + named + ", which is no directory.");
        }
    }
}
