package io.botyard.contract.wire;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds records to their own {@code @Nullable}: JSON leaves out fields, our records do not know that. */
final class Complete {

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Part.of(type);
        }
    };

    private Complete() {}

    /** The record, when it has all its parts; JSON's {@code null} is no record. */
    static <T> T checked(@Nullable T record) {
        if (record == null) {
            throw new UnreadableRecord("null");
        }
        check(record);
        return record;
    }

    private static void check(Object record) {
        for (var part : PARTS.get(record.getClass())) {
            var value = part.of(record);
            if (value == null && !part.optional()) {
                throw new UnreadableRecord("no " + part.name());
            }
            if (value instanceof Record nested) {
                check(nested);
            }
        }
    }

    /** What reflection tells of a record's part, which is dear to ask for with every message. */
    private record Part(String name, boolean optional, Method accessor) {

        private static List<Part> of(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(part -> new Part(
                            part.getName(),
                            part.getAnnotatedType().isAnnotationPresent(Nullable.class),
                            part.getAccessor()))
                    .toList();
        }

        private @Nullable Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a record's accessor is public", impossible);
            }
        }
    }
}
