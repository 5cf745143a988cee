package io.botyard.audit.bed;

import io.botyard.audit.entry.proof.SealForm;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TopicReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in {@code audit.heads}. */
public final class Seals {
    private Seals() {}

    /** All of them, each partition's in its order. */
    public static List<HeadsSigned> of(AuditBed bed) {
        try (var heads = TopicReader.of(bed.broker().connection(), Topic.AUDIT_HEADS.topicName())) {
            return heads.messages(HeadsSigned.class);
        }
    }

    /** The hashes that were signed of each chain, repeats left out; by user and seq. */
    public static Map<Long, List<String>> hashes(AuditBed bed) {
        var signed = new HashMap<Long, Map<Long, String>>();
        for (var seal : of(bed)) {
            for (var head : seal.heads()) {
                var chain = signed.computeIfAbsent(head.userId().value(), _ -> new HashMap<>());
                for (var i = 0; i < head.hashes().size(); i++) {
                    chain.put(head.after() + 1 + i, head.hashes().get(i));
                }
            }
        }
        return signed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        chain -> chain.getValue().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue)
                                .toList()));
    }

    /** Those of one chain. */
    public static List<String> hashes(AuditBed bed, long user) {
        return hashes(bed).getOrDefault(user, List.of());
    }

    /** Those of a partition that do not come right after the one before them, repeats left out. */
    public static List<HeadsSigned> outOfLine(AuditBed bed) {
        var wrong = new ArrayList<HeadsSigned>();
        var byPartition = of(bed).stream().distinct().collect(Collectors.groupingBy(HeadsSigned::partition));
        for (var seals : byPartition.values()) {
            var previous = "0".repeat(64);
            var number = 0L;
            for (var seal : seals.stream()
                    .sorted(Comparator.comparingLong(HeadsSigned::number))
                    .toList()) {
                if (seal.number() != ++number || !seal.previous().equals(previous)) {
                    wrong.add(seal);
                }
                previous = SealForm.hash(seal).hex();
            }
        }
        return wrong;
    }
}
