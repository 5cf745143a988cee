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
                .filter(setting -> value(setting.property(), environment)
                        .filter(not(setting::isUnset))
                        .isEmpty())
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
        var instead = setting.instead();
        var beside = setting.beside();
        return (instead == null
                        || !Binder.get(environment)
                                .bind(instead, Bindable.mapOf(String.class, String.class))
                                .isBound())
                && (beside == null || value(beside, environment).isPresent());
    }

    private static Optional<String> value(String property, ConfigurableEnvironment environment) {
        return Optional.ofNullable(
                        Binder.get(environment).bind(property, String.class).orElse(null))
                .filter(not(String::isBlank));
    }

    /** Of a file's trailing line breaks Spring Boot takes away one, and no more. */
    private void endAtTheLastLetter(ConfigurableEnvironment environment) {
        var trimmed = new HashMap<String, Object>();
        for (var setting : settings) {
            value(setting.property(), environment)
                    .filter(value -> value.endsWith("\n"))
                    .ifPresent(value -> trimmed.put(setting.property(), value.replaceAll("[\r\n]+$", "")));
        }
        if (!trimmed.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("secrets without line breaks", trimmed));
        }
    }
}
