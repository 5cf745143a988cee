package io.botyard.sandbox.control;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.pace.Pace;
import io.botyard.sandbox.pace.Quota;
import io.botyard.sandbox.pace.Rate;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The pace as it is set and shown; what is left out stays as it was. */
final class PaceForm {

    private PaceForm() {}

    static Pace read(Fields fields, Pace now) throws BadInput {
        fields.allowOnly(Set.of("enforced", "bot", "chat", "group", "longest_penalty_s"));
        boolean enforced = fields.node().has("enforced") ? fields.flag("enforced") : now.enforced();
        Integer penalty = fields.small("longest_penalty_s");
        try {
            return new Pace(
                    enforced,
                    rate(fields.object("bot"), now.bot()),
                    rate(fields.object("chat"), now.chat()),
                    quota(fields.object("group"), now.group()),
                    penalty == null ? now.longestPenalty() : Duration.ofSeconds(penalty));
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    static ObjectNode write(Pace pace) {
        ObjectNode shown = Json.object().put("enforced", pace.enforced());
        write(shown.putObject("bot"), pace.bot());
        write(shown.putObject("chat"), pace.chat());
        shown.putObject("group")
                .put("sends", pace.group().sends())
                .put("per_ms", pace.group().window().toMillis());
        return shown.put("longest_penalty_s", pace.longestPenalty().toSeconds());
    }

    private static void write(ObjectNode shown, Rate rate) {
        shown.put("sends", rate.sends()).put("per_ms", rate.per().toMillis()).put("burst", rate.burst());
    }

    private static Rate rate(@Nullable Fields fields, Rate now) throws BadInput {
        if (fields == null) {
            return now;
        }
        fields.allowOnly(Set.of("sends", "per_ms", "burst"));
        return new Rate(
                or(fields.small("sends"), now.sends()),
                Duration.ofMillis(or(fields.small("per_ms"), (int) now.per().toMillis())),
                or(fields.small("burst"), now.burst()));
    }

    private static Quota quota(@Nullable Fields fields, Quota now) throws BadInput {
        if (fields == null) {
            return now;
        }
        fields.allowOnly(Set.of("sends", "per_ms"));
        return new Quota(or(fields.small("sends"), now.sends()), Duration.ofMillis(or(fields.small("per_ms"), (int)
                now.window().toMillis())));
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
