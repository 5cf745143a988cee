package io.botyard.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Metrics by name, each with the labels that it has somewhere. */
record Metrics(Map<String, Set<String>> labelsByName) {

    private static final Pattern SAMPLE = Pattern.compile("^([a-z_]+)(?:\\{([^}]*)})? ", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern NAMED =
            Pattern.compile("\\b((?:botyard|http|jvm|process|hikaricp|kafka|tomcat|system)_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)");

    /** What Prometheus gives the metrics of each job that it asks. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    /** Those that services answer Prometheus with. */
    static Metrics in(Iterable<String> scrapes) {
        var metrics = new HashMap<String, Set<String>>();
        for (var scrape : scrapes) {
            var samples = SAMPLE.matcher(scrape);
            while (samples.find()) {
                var labels = metrics.computeIfAbsent(samples.group(1), _ -> new HashSet<>(OF_PROMETHEUS));
                if (samples.group(2) != null) {
                    LABEL.matcher(samples.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        }
        return new Metrics(metrics);
    }

    /** What a file of dashboards or rules names and is not there, or not with such a label. */
    Set<String> missing(Path file) throws IOException {
        var missing = new TreeSet<String>();
        var named = NAMED.matcher(Files.readString(file).replace("\\\"", "\""));
        while (named.find()) {
            var labels = labelsByName.get(named.group(1));
            if (labels == null) {
                missing.add(named.group(1));
            } else if (named.group(2) != null) {
                MATCHER.matcher(named.group(2))
                        .results()
                        .map(matcher -> matcher.group(1))
                        .filter(label -> !labels.contains(label))
                        .forEach(label -> missing.add(named.group(1) + "{" + label + "}"));
            }
        }
        return missing;
    }
}
