package io.botyard.worker.intake;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UnreadableRecord;
import io.botyard.worker.intake.Endurance.End;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record and hands it to its lane; what cannot be read or done goes to the dead letters. */
final class Desk {

    private final MessageCodec codec;
    private final ControlLanes control;
    private final CallLanes calls;
    private final DeadLetterOffice deadLetters;
    private final Lanes<Integer> undertakers = new Lanes<>("dead-letter");

    Desk(MessageCodec codec, ControlLanes control, CallLanes calls, DeadLetterOffice deadLetters) {
        this.codec = codec;
        this.control = control;
        this.calls = calls;
        this.deadLetters = deadLetters;
    }

    /** Returns at once; the record is finished when its lane has kept how it ended. */
    void take(OwnedPartition owned, ConsumerRecord<String, byte[]> record) {
        var topic = Inputs.named(record.topic());
        var finish = owned.begin(topic, record);
        try {
            switch (topic) {
                case BOT_COMMANDS ->
                    control.submit(
                            owned,
                            codec.decode(record, ControlCommand.class),
                            record.offset(),
                            end -> ended(owned, record, finish, end));
                case BOT_CALLS ->
                    calls.submit(
                            owned,
                            codec.decode(record, CallMethod.class),
                            record.offset(),
                            record.offset(),
                            end -> ended(owned, record, finish, end));
                default -> finish.run();
            }
        } catch (UnreadableRecord unreadable) {
            bury(owned, record, String.valueOf(unreadable.getMessage()), finish);
        }
        if (topic == Topic.BOT_CALLS) {
            owned.tookIn(record.offset());
        }
    }

    private void ended(OwnedPartition owned, ConsumerRecord<String, byte[]> record, Runnable finish, End end) {
        switch (end) {
            case DONE -> finish.run();
            case ABANDONED -> {
                // The next owner reads it again: it stays open here.
            }
            case HOPELESS -> bury(owned, record, "failed three times", finish);
        }
    }

    private void bury(OwnedPartition owned, ConsumerRecord<String, byte[]> record, String cause, Runnable finish) {
        undertakers.submit(record.partition(), () -> {
            var end = Endurance.carryOut(owned.lease(), () -> deadLetters.accept(owned.lease(), record, cause));
            if (end == End.DONE) {
                finish.run();
            }
        });
    }
}
