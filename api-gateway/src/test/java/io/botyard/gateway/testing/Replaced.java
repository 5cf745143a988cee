package io.botyard.gateway.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Beans that a test gives instead of the application's own. */
public record Replaced(Map<Class<?>, Object> beans) {

    public static Replaced nothing() {
        return new Replaced(Map.of());
    }

    public Replaced clock(Clock clock) {
        return with(Clock.class, clock);
    }

    public Replaced ticker(Ticker ticker) {
        return with(Ticker.class, ticker);
    }

    private Replaced with(Class<?> type, Object bean) {
        var more = new HashMap<>(beans);
        more.put(type, bean);
        return new Replaced(more);
    }

    void register(ConfigurableApplicationContext context) {
        beans.forEach((type, bean) -> register((GenericApplicationContext) context, type, bean));
    }

    private static <T> void register(GenericApplicationContext context, Class<T> type, Object bean) {
        context.registerBean(
                "replaced-" + type.getSimpleName(),
                type,
                () -> type.cast(bean),
                definition -> definition.setPrimary(true));
    }
}
