package io.botyard.standin;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a policy in Vault's language allows: which capabilities on which paths. Of its patterns only a final {@code *}. */
record Policy(Map<String, Set<String>> capabilities) {

    private static final Pattern RULE =
            Pattern.compile("path\\s+\"([^\"]+)\"\\s*\\{\\s*capabilities\\s*=\\s*\\[([^\\]]*)\\]\\s*\\}");
    private static final Pattern WORD = Pattern.compile("\"([a-z]+)\"");

    /** Every token may look itself up and renew itself. */
    private static final Map<String, Set<String>> DEFAULT =
            Map.of("auth/token/lookup-self", Set.of("read"), "auth/token/renew-self", Set.of("update"));

    static Policy of(String text) {
        return new Policy(RULE.matcher(text)
                .results()
                .collect(Collectors.toMap(rule -> rule.group(1), Policy::words, Policy::together)));
    }

    /** Of a path that is named twice. */
    private static Set<String> together(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static Set<String> words(MatchResult rule) {
        return WORD.matcher(rule.group(2)).results().map(word -> word.group(1)).collect(Collectors.toSet());
    }

    boolean allows(String capability, String path) {
        return allows(DEFAULT, capability, path) || allows(capabilities, capability, path);
    }

    private static boolean allows(Map<String, Set<String>> rules, String capability, String path) {
        return rules.entrySet().stream()
                .anyMatch(
                        rule -> matches(rule.getKey(), path) && rule.getValue().contains(capability));
    }

    private static boolean matches(String pattern, String path) {
        return pattern.endsWith("*")
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                : path.equals(pattern);
    }
}
