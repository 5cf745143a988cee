package io.botyard.gateway.fuzz;

import io.botyard.gateway.fuzz.Shot.Header;
import io.botyard.gateway.fuzz.Spoilers.Spoiler;
import java.util.List;
import java.util.random.RandomGenerator;

/** Strange methods, paths, queries and headers. */
final class HeadSpoilers {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "99999999999999999999",
            "null",
            "true",
            "NaN",
            "a,b",
            "[]",
            "é中🙂",
            "\u0000",
            "%",
            "' OR 1=1 --",
            "../..",
            "x".repeat(3000));
    private static final List<String> SUFFIXES = List.of(
            "/", "//", "/.", "/..", ";a=b", ".json", "%00", "%2F", "%2e%2e", "%zz", "/more", "\\", "|", "{", "#x");
    private static final List<Header> HEADERS = List.of(
            new Header("X-Request-Id", "no good!"),
            new Header("X-Request-Id", "x".repeat(65)),
            new Header("Accept", "image/png"),
            new Header("Accept", "nonsense"),
            new Header("Accept", "text/html, */*;q=0.1"),
            new Header("Accept-Encoding", "gzip"),
            new Header("Accept-Language", "xx-YY-zz;q=2"),
            new Header("Content-Encoding", "gzip"),
            new Header("Cookie", "__Secure-botyard_refresh=stolen; JSESSIONID=1"),
            new Header("Origin", "https://elsewhere.example"),
            new Header("Host", "elsewhere.example"),
            new Header("Forwarded", "for=192.0.2.1;host=elsewhere.example"),
            new Header("X-Forwarded-For", "192.0.2.1, é"),
            new Header("X-Forwarded-Prefix", "/elsewhere"),
            new Header("X-HTTP-Method-Override", "DELETE"),
            new Header("Expect", "100-continue"),
            new Header("Range", "bytes=0-3"),
            new Header("If-None-Match", "*"),
            new Header("If-Match", "nonsense"),
            new Header("If-Modified-Since", "yesterday"),
            new Header("Prefer", "wait=99999999999999999999"),
            new Header("Prefer", "wait=\"; respond-async"),
            new Header("Idempotency-Key", ""),
            new Header("Idempotency-Key", "x".repeat(256)),
            new Header("Idempotency-Key", "schlüssel"),
            new Header("User-Agent", "x".repeat(5000)),
            new Header("User-Agent", "é\u0001"),
            new Header("Upgrade", "websocket"),
            new Header("TE", "trailers"),
            new Header("X-Huge", "x".repeat(20_000)));
    private static final List<String> TOKENS = List.of(
            "Bearer",
            "Bearer  ",
            "Bearer not-a-token-of-ours",
            "Bearer a b",
            "Basic dXNlcjpwYXNzd29yZA==",
            "Bearer byk_0000000000000000000000000000000000000000",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwicm9sZSI6InN1cGVyYWRtaW4ifQ.",
            "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIiwicm9sZSI6InN1cGVyYWRtaW4ifQ.AAAA",
            "Bearer é");

    private final Values values;
    private final RandomGenerator random;

    HeadSpoilers(Values values, RandomGenerator random) {
        this.values = values;
        this.random = random;
    }

    List<Spoiler> all() {
        return List.of(
                new Spoiler("a strange query value", this::queryValue),
                new Spoiler("a strange query", this::query),
                new Spoiler("a strange path value", this::pathValue),
                new Spoiler("a strange path", this::path),
                new Spoiler("another method", this::method),
                new Spoiler("a strange header", this::header),
                new Spoiler("several strange headers", this::several),
                new Spoiler("too many headers", this::headers),
                new Spoiler("a token of nobody's", this::token));
    }

    private boolean queryValue(Shot shot) {
        var known = shot.call.in("query");
        if (known.isEmpty()) {
            return false;
        }
        shot.query.add(new Header(known.get(random.nextInt(known.size())).name(), one(VALUES)));
        return true;
    }

    private boolean query(Shot shot) {
        var times = random.nextInt(20) == 0 ? 500 : 1 + random.nextInt(3);
        for (var i = 0; i < times; i++) {
            shot.query.add(
                    new Header(one(List.of("page", "limit", "cursor", "a[b]", "", values.word(9))), one(VALUES)));
        }
        return true;
    }

    private boolean pathValue(Shot shot) {
        var known = shot.call.in("path");
        if (known.isEmpty()) {
            return false;
        }
        shot.path.put(known.get(random.nextInt(known.size())).name(), one(VALUES));
        return true;
    }

    private boolean path(Shot shot) {
        shot.suffix = one(SUFFIXES);
        return true;
    }

    private boolean method(Shot shot) {
        shot.method = one(METHODS);
        return !shot.method.equals(shot.call.method());
    }

    private boolean header(Shot shot) {
        var header = one(HEADERS);
        shot.instead(header.name(), header.value());
        return true;
    }

    private boolean several(Shot shot) {
        for (var i = 0; i < 3; i++) {
            header(shot);
        }
        return true;
    }

    private boolean headers(Shot shot) {
        for (var i = 0; i < 150; i++) {
            shot.header("X-More-" + i, "x");
        }
        return true;
    }

    private boolean token(Shot shot) {
        shot.instead("Authorization", one(TOKENS));
        shot.mustFail |= !shot.call.open();
        return true;
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
