package io.botyard.acceptance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.start.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No password and no place of keys has a default: a service says what is missing, and does not start. */
class RequiredSettingsTest {

    private static final String HOW =
            " as an environment variable, or as a file of that name in the directory of secrets, BOTYARD_SECRETS_DIR.";
    private static final Map<String, String> SPOKEN =
            Map.of("BOTYARD_KEYSET_FILE", "BOTYARD_KEYSET_FILE (or botyard.secret.vault)");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("eachSecret")
    void aServiceWithoutOneOfItsSecretsNamesItAndDoesNotStart(Service service, String missing) {
        var given = given(service);
        given.remove(missing);
        assertRefused(service, given, SPOKEN.getOrDefault(missing, missing) + " is not set: give it" + HOW);
    }

    @ParameterizedTest
    @MethodSource("eachSecret")
    void anEmptySecretIsNone(Service service, String missing) {
        var given = given(service);
        given.put(missing, " ");
        assertRefused(service, given, SPOKEN.getOrDefault(missing, missing) + " is not set: give it" + HOW);
    }

    @ParameterizedTest
    @EnumSource
    void aServiceWithoutAnySecretEndsWithOneSentenceThatNamesAllOfThem(Service service) throws Exception {
        var ended = service.runToItsEnd(Map.of(), directory);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.printed())
                .contains(String.join(
                                ", ",
                                service.secrets().stream()
                                        .map(name -> SPOKEN.getOrDefault(name, name))
                                        .toList())
                        + " are not set: give each" + HOW)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @EnumSource
    void aKafkaUserHasAPassword(Service service) {
        var given = given(service);
        given.put("BOTYARD_KAFKA_USERNAME", "somebody");
        assertRefused(service, given, "BOTYARD_KAFKA_PASSWORD is not set: give it" + HOW);
    }

    @Test
    void aKeysetFileIsNotAskedForWhereThereIsAVault() {
        for (var service : new Service[] {Service.GATEWAY, Service.WORKER}) {
            var given = given(service);
            given.remove("BOTYARD_KEYSET_FILE");
            given.remove("BOTYARD_MIGRATOR_PASSWORD");
            given.put("botyard.secret.vault.addresses", "https://vault.example.org:8200");
            assertRefused(service, given, "BOTYARD_MIGRATOR_PASSWORD is not set: give it" + HOW);
        }
    }

    @Test
    void aDirectoryOfSecretsThatIsNotThereIsSaidPlainly() throws Exception {
        var missing = directory.resolve("missing");
        var ended = Service.AUDIT.runToItsEnd(Map.of("BOTYARD_SECRETS_DIR", missing.toString()), directory);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.printed())
                .contains("BOTYARD_SECRETS_DIR names " + missing + ", which is no directory.")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }

    @Test
    void aDirectoryOfSecretsThatIsAFileOrHasNoNameIsRefused() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "secret");
        assertRefused(
                Service.WORKER,
                new HashMap<>(Map.of("BOTYARD_SECRETS_DIR", file.toString())),
                "BOTYARD_SECRETS_DIR names " + file + ", which is no directory.");
        assertRefused(
                Service.WORKER,
                new HashMap<>(Map.of("BOTYARD_SECRETS_DIR", "")),
                "BOTYARD_SECRETS_DIR is empty: name a directory of secrets, or do not set it.");
    }

    private static Stream<Arguments> eachSecret() {
        return Stream.of(Service.values())
                .flatMap(service -> service.secrets().stream().map(secret -> Arguments.of(service, secret)));
    }

    private static Map<String, String> given(Service service) {
        return new HashMap<>(service.secrets().stream().collect(toMap(Function.identity(), secret -> "given")));
    }

    private static void assertRefused(Service service, Map<String, String> given, String sentence) {
        var arguments = given.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        assertThatThrownBy(() -> service.application().run(arguments))
                .isInstanceOf(StartRefused.class)
                .hasMessage(sentence);
    }
}
