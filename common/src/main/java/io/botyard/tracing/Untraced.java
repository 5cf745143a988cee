package io.botyard.tracing;

import org.jspecify.annotations.Nullable;

/** No tracing: nothing is made and nothing is kept. */
final class Untraced implements Tracing {

    private static final Scope NOWHERE = () -> {};

    private static final Span NOTHING = new Span() {
        @Override
        public Span rename(String what, String of) {
            return this;
        }

        @Override
        public Span put(String attribute, String value) {
            return this;
        }

        @Override
        public Span put(String attribute, long value) {
            return this;
        }

        @Override
        public Span failed(String code) {
            return this;
        }

        @Override
        public @Nullable String traceparent() {
            return null;
        }

        @Override
        public Scope enter() {
            return NOWHERE;
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    };

    @Override
    public boolean on() {
        return false;
    }

    @Override
    public Span begin(Kind kind, String what, String of, @Nullable String traceparent) {
        return NOTHING;
    }

    @Override
    public Span within(Kind kind, String what, String of) {
        return NOTHING;
    }

    @Override
    public Span current() {
        return NOTHING;
    }

    @Override
    public Scope follow(@Nullable String traceparent) {
        return NOWHERE;
    }

    @Override
    public Runnable carried(Runnable work) {
        return work;
    }

    @Override
    public void close() {
        // There is nothing to tell.
    }
}
