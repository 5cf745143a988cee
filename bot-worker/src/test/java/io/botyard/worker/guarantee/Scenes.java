package io.botyard.worker.guarantee;

import static io.botyard.worker.guarantee.Trial.ended;
import static io.botyard.worker.guarantee.Trial.frozen;

import java.util.ArrayList;
import java.util.List;

/** The rows of the table, in their order. */
final class Scenes {

    /** No matter which of them are played together. */
    private static final List<Trial> ONE_BY_ONE = List.of(
            ended(Deed.CALL, Step.BEFORE_INTENT),
            ended(Deed.CALL, Step.AFTER_INTENT),
            ended(Deed.CALL, Step.WHILE_ASKED),
            ended(Deed.CALL, Step.BEFORE_OUTCOME),
            ended(Deed.CALL, Step.AFTER_OUTCOME),
            frozen(Deed.CALL, Step.BEFORE_INTENT),
            frozen(Deed.CALL, Step.AFTER_INTENT),
            frozen(Deed.CALL, Step.WHILE_ASKED),
            frozen(Deed.CALL, Step.BEFORE_OUTCOME),
            frozen(Deed.CALL, Step.AFTER_OUTCOME),
            ended(Deed.RETRIED_CALL, Step.AFTER_INTENT),
            ended(Deed.RETRIED_CALL, Step.BEFORE_OUTCOME),
            frozen(Deed.RETRIED_CALL, Step.AFTER_INTENT),
            ended(Deed.KEYED_CALL, Step.LEASE_HELD),
            ended(Deed.KEYED_CALL, Step.KEY_NOTED),
            ended(Deed.KEYED_CALL, Step.BEFORE_KEY_COMMIT),
            ended(Deed.KEYED_CALL, Step.AFTER_KEY_COMMIT),
            frozen(Deed.KEYED_CALL, Step.LEASE_HELD),
            ended(Deed.SUSPENSION, Step.LEASE_HELD),
            ended(Deed.SUSPENSION, Step.BOT_LOCKED),
            ended(Deed.SUSPENSION, Step.COMMAND_NOTED),
            ended(Deed.SUSPENSION, Step.STANDING_WRITTEN),
            ended(Deed.SUSPENSION, Step.BOT_WRITTEN),
            ended(Deed.SUSPENSION, Step.EVENT_KEPT),
            ended(Deed.SUSPENSION, Step.BEFORE_COMMIT),
            ended(Deed.SUSPENSION, Step.AFTER_COMMIT),
            ended(Deed.SUSPENSION, Step.BEFORE_EVENT),
            ended(Deed.SUSPENSION, Step.AFTER_EVENT),
            ended(Deed.SUSPENSION, Step.EVENT_MARKED),
            frozen(Deed.SUSPENSION, Step.LEASE_HELD),
            frozen(Deed.SUSPENSION, Step.EVENT_KEPT),
            frozen(Deed.SUSPENSION, Step.BEFORE_COMMIT),
            frozen(Deed.SUSPENSION, Step.AFTER_COMMIT),
            ended(Deed.REGISTRATION, Step.BOT_WRITTEN),
            ended(Deed.REGISTRATION, Step.BEFORE_COMMIT),
            ended(Deed.REGISTRATION, Step.AFTER_COMMIT),
            frozen(Deed.REGISTRATION, Step.BEFORE_COMMIT),
            ended(Deed.LIMITS, Step.BOT_WRITTEN),
            ended(Deed.LIMITS, Step.AFTER_COMMIT),
            ended(Deed.VERIFICATION, Step.LEASE_HELD),
            ended(Deed.VERIFICATION, Step.COMMAND_NOTED),
            ended(Deed.VERIFICATION, Step.AFTER_EVENT),
            ended(Deed.VERIFICATION, Step.BEFORE_INTENT),
            ended(Deed.VERIFICATION, Step.AFTER_INTENT),
            ended(Deed.REJECTION, Step.LEASE_HELD),
            ended(Deed.REJECTION, Step.EVENT_KEPT),
            ended(Deed.REJECTION, Step.BEFORE_COMMIT),
            ended(Deed.REJECTION, Step.AFTER_COMMIT),
            ended(Deed.REJECTION, Step.AFTER_EVENT),
            ended(Deed.REJECTION, Step.BEFORE_OUTCOME),
            ended(Deed.POISON, Step.BEFORE_LETTER),
            ended(Deed.POISON, Step.AFTER_LETTER),
            ended(Deed.POISON, Step.BEFORE_OUTCOME),
            ended(Deed.POISON, Step.AFTER_OUTCOME),
            frozen(Deed.POISON, Step.AFTER_LETTER));

    /** Before the gate opens; those of one list come to their step at the same time. */
    private static final List<Trial> SETTING_ASIDE = List.of(
            ended(Deed.PARKED_CALL, Step.GATE_KEPT),
            ended(Deed.PARKED_CALL, Step.ROW_WRITTEN),
            ended(Deed.PARKED_CALL, Step.BEFORE_PARKING),
            ended(Deed.PARKED_CALL, Step.AFTER_PARKING),
            frozen(Deed.PARKED_CALL, Step.BEFORE_PARKING));

    private static final List<Trial> GOING_ON = List.of(
            ended(Deed.PARKED_CALL, Step.BEFORE_BEGINNING),
            ended(Deed.PARKED_CALL, Step.AFTER_BEGINNING),
            ended(Deed.PARKED_CALL, Step.ROW_GONE),
            ended(Deed.PARKED_CALL, Step.BEFORE_ENDING),
            ended(Deed.PARKED_CALL, Step.AFTER_ENDING),
            frozen(Deed.PARKED_CALL, Step.AFTER_BEGINNING),
            frozen(Deed.PARKED_CALL, Step.AFTER_ENDING));

    /** For the same reason. */
    private static final List<Trial> GATE_SHUTS = List.of(
            ended(Deed.GATED_BOT, Step.BEFORE_GATING),
            ended(Deed.GATED_BOT, Step.AFTER_GATING),
            frozen(Deed.GATED_BOT, Step.BEFORE_GATING));

    private static final List<Trial> GATE_OPENS = List.of(
            ended(Deed.GATED_BOT, Step.GATE_GONE),
            ended(Deed.GATED_BOT, Step.BEFORE_OPENING),
            ended(Deed.GATED_BOT, Step.AFTER_OPENING),
            frozen(Deed.GATED_BOT, Step.BEFORE_OPENING));

    private static final List<Trial> BACKLOG_FILLS =
            List.of(ended(Deed.FULL_BACKLOG, Step.BEFORE_FILLING), ended(Deed.FULL_BACKLOG, Step.AFTER_FILLING));

    private static final List<Trial> BACKLOG_DRAINS =
            List.of(ended(Deed.FULL_BACKLOG, Step.BEFORE_DRAINING), ended(Deed.FULL_BACKLOG, Step.AFTER_DRAINING));

    /** Those of one list at once, each with a worker of its own. */
    static final List<List<Trial>> OF_SEVERAL = ofSeveral();

    /** Those for which a worker must own everything, or nothing yet. */
    static final List<Trial> ALONE = List.of(
            ended(Deed.TAKEOVER, Step.EPOCH_RAISED),
            ended(Deed.TAKEOVER, Step.BEFORE_TAKING),
            ended(Deed.TAKEOVER, Step.AFTER_TAKING),
            frozen(Deed.TAKEOVER, Step.BEFORE_TAKING),
            frozen(Deed.TAKEOVER, Step.AFTER_TAKING),
            ended(Deed.ROTATION, Step.ROTATION_NOTED),
            ended(Deed.ROTATION, Step.BEFORE_ROTATION),
            ended(Deed.ROTATION, Step.AFTER_ROTATION),
            ended(Deed.ROTATION, Step.ROWS_SEALED),
            ended(Deed.ROTATION, Step.BEFORE_SEALING),
            ended(Deed.ROTATION, Step.AFTER_SEALING),
            ended(Deed.ROTATION, Step.BEFORE_ROTATION_END),
            ended(Deed.ROTATION, Step.AFTER_ROTATION_END),
            frozen(Deed.ROTATION, Step.BEFORE_SEALING),
            frozen(Deed.ROTATION, Step.AFTER_SEALING));

    private Scenes() {}

    private static List<List<Trial>> ofSeveral() {
        var scenes = new ArrayList<List<Trial>>();
        for (var first = 0; first < ONE_BY_ONE.size(); first += Troupe.VICTIMS) {
            scenes.add(ONE_BY_ONE.subList(first, Math.min(first + Troupe.VICTIMS, ONE_BY_ONE.size())));
        }
        scenes.addAll(List.of(SETTING_ASIDE, GOING_ON, GATE_SHUTS, GATE_OPENS, BACKLOG_FILLS, BACKLOG_DRAINS));
        return List.copyOf(scenes);
    }
}
