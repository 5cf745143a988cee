package io.botyard.sandbox.control;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.ledger.LedgerJson;
import io.botyard.sandbox.pace.Pace;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints under {@code /sandbox}. They never show a token. */
public final class Control {

    private static final Pattern REVOKE = Pattern.compile("/sandbox/bots/([1-9][0-9]{0,16})/revoke");

    private final Levers levers;

    public Control(Levers levers) {
        this.levers = levers;
    }

    public ControlAnswer answer(ControlRequest request) {
        try {
            return route(request);
        } catch (BadInput e) {
            return ControlAnswer.error(400, e.why());
        }
    }

    private ControlAnswer route(ControlRequest request) throws BadInput {
        String path = request.path();
        String verb = request.verb();
        Matcher revoke = REVOKE.matcher(path);
        if (revoke.matches()) {
            return verb.equals("POST") ? revoke(Long.parseLong(revoke.group(1))) : only("POST");
        }
        return switch (path) {
            case "/sandbox" ->
                switch (verb) {
                    case "GET" -> ControlAnswer.ok(summary());
                    case "DELETE" -> reset();
                    default -> only("GET or DELETE");
                };
            case "/sandbox/calls" -> verb.equals("GET") ? calls(request) : only("GET");
            case "/sandbox/faults" ->
                switch (verb) {
                    case "GET" -> ControlAnswer.ok(faults());
                    case "POST" -> addFault(request);
                    case "DELETE" -> clearFaults();
                    default -> only("GET, POST or DELETE");
                };
            case "/sandbox/pace" ->
                switch (verb) {
                    case "GET" -> ControlAnswer.ok(PaceForm.write(levers.pacer().pace()));
                    case "POST" -> adjust(request);
                    default -> only("GET or POST");
                };
            case "/sandbox/updates" -> verb.equals("POST") ? offer(request) : only("POST");
            default -> ControlAnswer.error(404, "there is no such endpoint");
        };
    }

    private ObjectNode summary() {
        ObjectNode shown = Json.object().put("last_seq", levers.ledger().lastSeq());
        shown.set("faults", faults().path("faults"));
        shown.set("pace", PaceForm.write(levers.pacer().pace()));
        return shown;
    }

    private ControlAnswer calls(ControlRequest request) throws BadInput {
        return ControlAnswer.ok(LedgerJson.of(levers.ledger().page(CallQuery.read(request.query()))));
    }

    private ObjectNode faults() {
        ArrayNode waiting = Json.array();
        levers.faults().waiting().forEach(fault -> waiting.add(FaultForm.write(fault)));
        ObjectNode shown = Json.object();
        shown.set("faults", waiting);
        return shown;
    }

    private ControlAnswer addFault(ControlRequest request) throws BadInput {
        levers.faults().add(FaultForm.read(request.fields()));
        return new ControlAnswer(201, faults());
    }

    private ControlAnswer clearFaults() {
        levers.faults().clear();
        return ControlAnswer.ok(faults());
    }

    private ControlAnswer adjust(ControlRequest request) throws BadInput {
        Pace pace = PaceForm.read(request.fields(), levers.pacer().pace());
        levers.pacer().adjust(pace);
        return ControlAnswer.ok(PaceForm.write(pace));
    }

    private ControlAnswer offer(ControlRequest request) throws BadInput {
        Fields fields = request.fields();
        fields.allowOnly(Set.of("bot_id", "update"));
        Fields update = fields.object("update");
        if (update == null) {
            throw new BadInput("update is missing");
        }
        update.number("update_id");
        OptionalLong id = levers.offer(fields.needed("bot_id"), update.node());
        JsonNode shown = id.isPresent()
                ? Json.object().put("queued", true).put("update_id", id.getAsLong())
                : Json.object().put("queued", false).put("reason", "the bot does not ask for updates of this kind");
        return ControlAnswer.ok(shown);
    }

    private ControlAnswer revoke(long botId) {
        levers.revoke(botId);
        return ControlAnswer.ok(Json.object().put("bot_id", botId).put("revoked", true));
    }

    private ControlAnswer reset() {
        levers.reset();
        return ControlAnswer.ok(Json.object().put("reset", true));
    }

    private static ControlAnswer only(String verbs) {
        return ControlAnswer.error(405, "only " + verbs);
    }
}
