package io.botyard.gateway.fuzz;

import io.botyard.gateway.testing.World;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Makes the request with a number: the same one for the same seed, as far as the gateway's own ids allow. */
final class Shots {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Document document;
    private final List<Call> calls;
    private final Known known;
    private final Callers callers;
    private final long seed;

    Shots(Document document, List<Call> calls, Known known, Callers callers, long seed) {
        this.document = document;
        this.calls = calls;
        this.known = known;
        this.callers = callers;
        this.seed = seed;
    }

    Shot number(long index) {
        var random = new SplittableRandom(seed + index * GOLDEN);
        var shot = new Shot(calls.get((int) (index % calls.size())), callers.any(random));
        var values = new Values(document, random);
        wellFormed(shot, values, random);
        var spoilers = new Spoilers(document, values, random);
        for (var left = random.nextInt(10) < 4 ? 0 : 1 + random.nextInt(8) / 7; left > 0; left--) {
            spoilers.spoil(shot);
        }
        shot.mustFail |= document.isWrong(shot);
        return shot;
    }

    private void wellFormed(Shot shot, Values values, RandomGenerator random) {
        var call = shot.call;
        shot.header("Host", "127.0.0.1");
        if (shot.caller.token() != null) {
            shot.header("Authorization", "Bearer " + shot.caller.token());
        }
        call.in("path")
                .forEach(one -> shot.path.put(
                        one.name(),
                        known(shot, one.name(), random)
                                .filter(id -> random.nextInt(5) > 0)
                                .orElseGet(() -> value(one, values, random))));
        call.in("query").stream()
                .filter(one -> random.nextInt(3) == 0)
                .forEach(one -> shot.query.add(new Shot.Header(
                        one.name(), known.any(one.name(), random).orElseGet(() -> value(one, values, random)))));
        call.in("header").stream()
                .filter(one -> random.nextInt(3) == 0)
                .forEach(one -> shot.header(one.name(), value(one, values, random)));
        if (!call.bodies().isEmpty()) {
            body(shot, values, random);
        }
    }

    private Optional<String> known(Shot shot, String name, RandomGenerator random) {
        var collection = name.equals("id") ? shot.call.collection() : name;
        return known.any(Known.of(shot.caller, collection), random)
                .filter(own -> random.nextInt(4) > 0)
                .or(() -> known.any(collection, random));
    }

    private static String value(Call.Parameter parameter, Values values, RandomGenerator random) {
        return parameter.example().isMissingNode() || random.nextBoolean()
                ? values.of(parameter.schema()).asString()
                : parameter.example().asString();
    }

    private void body(Shot shot, Values values, RandomGenerator random) {
        var bodies = List.copyOf(shot.call.bodies().entrySet());
        var chosen = bodies.get(random.nextInt(bodies.size()));
        var type = chosen.getKey();
        var body = chosen.getValue();
        shot.tree = body.example().isObject() && random.nextInt(3) == 0
                ? body.example().deepCopy()
                : values.of(body.schema());
        if (shot.tree instanceof ObjectNode object) {
            meaningful(object, random);
        }
        shot.header("Content-Type", type.startsWith("multipart") ? type + "; boundary=" + Multipart.BOUNDARY : type);
    }

    /** Here and there a value that this gateway knows, so that more than refusals is seen. */
    private void meaningful(ObjectNode object, RandomGenerator random) {
        for (var field : List.copyOf(object.propertyNames())) {
            if (object.get(field).isString() && random.nextInt(3) > 0) {
                known.any(field, random).ifPresent(value -> object.put(field, value));
                if (field.endsWith("password")) {
                    object.put(field, World.PASSWORD);
                }
            }
        }
    }
}
