package io.botyard.worker.guarantee;

import io.botyard.contract.wire.Topic;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a worker can be made to end, or to freeze: between any two things that it does to Kafka or Postgres. */
enum Step {
    BEFORE_INTENT("before the intent is sent", Moment.BEFORE, Topic.BOT_INTENTS.topicName(), null),
    AFTER_INTENT(
            "after the intent is acknowledged, before the call", Moment.AFTER, Topic.BOT_INTENTS.topicName(), null),
    WHILE_ASKED("while Telegram is asked", Moment.AFTER, null, null),
    BEFORE_OUTCOME(
            "once its end is known, before the outcome is sent", Moment.BEFORE, Topic.BOT_OUTCOMES.topicName(), null),
    AFTER_OUTCOME(
            "after the outcome is acknowledged, before its offset is committed",
            Moment.AFTER,
            Topic.BOT_OUTCOMES.topicName(),
            null),
    BEFORE_EVENT("after the commit, before the event is sent", Moment.BEFORE, Topic.BOT_EVENTS.topicName(), null),
    AFTER_EVENT(
            "after the event is acknowledged, before it is marked as told",
            Moment.AFTER,
            Topic.BOT_EVENTS.topicName(),
            null),
    EVENT_MARKED(
            "after the event is marked as told, before its offset is committed",
            Moment.AFTER,
            null,
            "update bots.outbox set published_at"),
    LEASE_HELD("in the transaction, after the lease is held", Moment.AFTER, null, "for key share"),
    BOT_LOCKED("in the transaction, after the bot is locked", Moment.AFTER, null, "from bots.bot where user_id"),
    COMMAND_NOTED(
            "in the transaction, after the command is noted", Moment.AFTER, null, "insert into bots.processed_command"),
    BOT_WRITTEN("in the transaction, after the bot is written", Moment.AFTER, null, "\"bot\""),
    STANDING_WRITTEN(
            "in the transaction, after the standing is written", Moment.AFTER, null, "insert into bots.standing"),
    EVENT_KEPT("in the transaction, after the event is kept", Moment.AFTER, null, "insert into bots.outbox"),
    KEY_NOTED("in the transaction, after the key is noted", Moment.AFTER, null, "insert into bots.keyed_call"),
    BEFORE_KEY_COMMIT("before the commit", Moment.BEFORE_COMMIT, null, "insert into bots.keyed_call"),
    AFTER_KEY_COMMIT("after the commit", Moment.AFTER_COMMIT, null, "insert into bots.keyed_call"),
    BEFORE_COMMIT("before the commit", Moment.BEFORE_COMMIT, null, "insert into bots.outbox"),
    AFTER_COMMIT("after the commit", Moment.AFTER_COMMIT, null, "insert into bots.outbox"),
    GATE_KEPT("in the transaction, after the gate is kept", Moment.AFTER, null, "insert into bots.gate"),
    ROW_WRITTEN("in the transaction, after it is set aside", Moment.AFTER, null, "insert into bots.parked_call"),
    BEFORE_PARKING("before the commit that sets it aside", Moment.BEFORE_COMMIT, null, "insert into bots.parked_call"),
    AFTER_PARKING("after the commit that sets it aside", Moment.AFTER_COMMIT, null, "insert into bots.parked_call"),
    BEFORE_BEGINNING("before the commit that says it is begun", Moment.BEFORE_COMMIT, null, "set started_until"),
    AFTER_BEGINNING(
            "after the commit that says it is begun, before the call", Moment.AFTER_COMMIT, null, "set started_until"),
    ROW_GONE("in the transaction, after its row is gone", Moment.AFTER, null, "delete from bots.parked_call"),
    BEFORE_ENDING("before the commit that ends it", Moment.BEFORE_COMMIT, null, "delete from bots.parked_call"),
    AFTER_ENDING(
            "after the commit that ends it, before the outcome is sent",
            Moment.AFTER_COMMIT,
            null,
            "delete from bots.parked_call"),
    BEFORE_LETTER("before it is set aside", Moment.BEFORE, Topic.BOT_CALLS.deadLetterName(), null),
    AFTER_LETTER(
            "after it is set aside, before the outcome is sent", Moment.AFTER, Topic.BOT_CALLS.deadLetterName(), null),
    BEFORE_GATING("before the commit that keeps the gate", Moment.BEFORE_COMMIT, null, "insert into bots.gate"),
    AFTER_GATING("after the commit that keeps the gate", Moment.AFTER_COMMIT, null, "insert into bots.gate"),
    GATE_GONE("in the transaction, after the gate is gone", Moment.AFTER, null, "delete from bots.gate where user_id"),
    BEFORE_OPENING(
            "before the commit that opens the gate", Moment.BEFORE_COMMIT, null, "delete from bots.gate where user_id"),
    AFTER_OPENING(
            "after the commit that opens the gate", Moment.AFTER_COMMIT, null, "delete from bots.gate where user_id"),
    BEFORE_FILLING(
            "before the commit that says it is full", Moment.BEFORE_COMMIT, null, "insert into bots.full_backlog"),
    AFTER_FILLING("after the commit that says it is full", Moment.AFTER_COMMIT, null, "insert into bots.full_backlog"),
    BEFORE_DRAINING(
            "before the commit that says there is room", Moment.BEFORE_COMMIT, null, "delete from bots.full_backlog"),
    AFTER_DRAINING(
            "after the commit that says there is room", Moment.AFTER_COMMIT, null, "delete from bots.full_backlog"),
    ROTATION_NOTED(
            "in the transaction, after the rotation is noted", Moment.AFTER, null, "insert into bots.key_rotation"),
    BEFORE_ROTATION("before the commit that begins it", Moment.BEFORE_COMMIT, null, "insert into bots.key_rotation"),
    AFTER_ROTATION("after the commit that begins it", Moment.AFTER_COMMIT, null, "insert into bots.key_rotation"),
    ROWS_SEALED("in the transaction, after rows are sealed anew", Moment.AFTER, null, "set token = s.new_token"),
    BEFORE_SEALING("before the commit of rows sealed anew", Moment.BEFORE_COMMIT, null, "set token = s.new_token"),
    AFTER_SEALING("after the commit of rows sealed anew", Moment.AFTER_COMMIT, null, "set token = s.new_token"),
    BEFORE_ROTATION_END("before the commit that may end it", Moment.BEFORE_COMMIT, null, "set finished_at"),
    AFTER_ROTATION_END("after the commit that may end it", Moment.AFTER_COMMIT, null, "set finished_at"),
    EPOCH_RAISED("in the transaction, after the epoch is raised", Moment.AFTER, null, "set epoch = epoch + 1"),
    BEFORE_TAKING("before the commit", Moment.BEFORE_COMMIT, null, "set epoch = epoch + 1"),
    AFTER_TAKING("after the commit", Moment.AFTER_COMMIT, null, "set epoch = epoch + 1");

    /** When, seen from what is done. */
    enum Moment {
        BEFORE,
        AFTER,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final String words;
    private final Moment moment;
    private final @Nullable String topic;
    private final @Nullable String sql;

    Step(String words, Moment moment, @Nullable String topic, @Nullable String sql) {
        this.words = words;
        this.moment = moment;
        this.topic = topic;
        this.sql = sql;
    }

    /** For whoever reads the table. */
    String words() {
        return words;
    }

    boolean isAtSending(Moment when, String topicName) {
        return moment == when && topicName.equals(topic);
    }

    /** At a statement, or at the commit of a transaction with this statement. */
    boolean isAtStatement(Moment when, String statement) {
        return moment == when
                && sql != null
                && statement.toLowerCase(Locale.ROOT).contains(sql);
    }
}
