package io.botyard.contract.wire;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Holds records to their own {@code @Nullable}: JSON leaves out fields, our records do not know that. */
final class Complete {

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
        for (var component : record.getClass().getRecordComponents()) {
            var value = read(record, component);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new UnreadableRecord("no " + component.getName());
            }
            if (value instanceof Record nested) {
                check(nested);
            }
        }
    }

    private static @Nullable Object read(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's accessor is public", impossible);
        }
    }
}
