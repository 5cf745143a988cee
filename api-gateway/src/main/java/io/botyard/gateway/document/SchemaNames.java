package io.botyard.gateway.document;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A schema is called as its record is, and no two records are called the same. */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var name = super.nameForClass(type, options);
        var first = given.putIfAbsent(name, type);
        if (first != null && first != type) {
            throw new IllegalStateException(
                    "two schemas would be called " + name + ": name one by @Schema(name), " + first + " or " + type);
        }
        return name;
    }
}
