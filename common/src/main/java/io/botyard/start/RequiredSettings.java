package io.botyard.start;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.PlaceholderResolutionException;

/**
 * What a service does not start without. It looks when all settings are known and nothing is made of them yet, and names
 * all that are missing at once.
 */
public final class RequiredSettings implements ApplicationListener<ApplicationPreparedEvent> {

    private final List<RequiredSetting> settings;

    public RequiredSettings(RequiredSetting... settings) {
        this.settings = List.of(settings);
    }

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent start) {
        var environment = start.getApplicationContext().getEnvironment();
        var missing = settings.stream()
                .filter(setting -> needed(setting, environment))
                .filter(setting -> value(setting, environment).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(sentence(missing));
        }
        endAtTheLastLetter(environment);
    }

    private static String sentence(List<RequiredSetting> missing) {
        var one = missing.size() == 1;
        return missing.stream().map(RequiredSetting::spoken).collect(joining(", "))
                + (one ? " is not set: give it" : " are not set: give each")
                + " as an environment variable, or as a file of that name in the directory of secrets, "
                + SecretsDirectory.SETTING + ".";
    }

    private static boolean needed(RequiredSetting setting, ConfigurableEnvironment environment) {
        return setting.instead() == null
                || !Binder.get(environment)
                        .bind(setting.instead(), Bindable.mapOf(String.class, String.class))
                        .isBound();
    }

    private static Optional<String> value(RequiredSetting setting, ConfigurableEnvironment environment) {
        try {
            return Optional.ofNullable(environment.getProperty(setting.property()))
                    .filter(not(String::isBlank));
        } catch (PlaceholderResolutionException unset) {
            return Optional.empty();
        }
    }

    /** Of a file's trailing line breaks Spring Boot takes away one, and no more. */
    private void endAtTheLastLetter(ConfigurableEnvironment environment) {
        var trimmed = new HashMap<String, Object>();
        for (var setting : settings) {
            value(setting, environment)
                    .filter(value -> value.endsWith("\n"))
                    .ifPresent(value -> trimmed.put(setting.property(), value.replaceAll("[\r\n]+$", "")));
        }
        if (!trimmed.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("secrets without line breaks", trimmed));
        }
    }
}
