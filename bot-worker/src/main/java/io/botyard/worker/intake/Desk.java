package io.botyard.worker.intake;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.wire.CloudEvents;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UnreadableRecord;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import io.botyard.worker.intake.Endurance.End;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record and hands it to its lane; what cannot be read or done goes to the dead letters. */
final class Desk {

    private final MessageCodec codec;
    private final ControlLanes control;
    private final CallLanes calls;
    private final DeadLetterOffice deadLetters;
    private final Tracing tracing;
    private final Lanes<Integer> undertakers;

    Desk(MessageCodec codec, ControlLanes control, CallLanes calls, DeadLetterOffice deadLetters, Tracing tracing) {
        this.codec = codec;
        this.control = control;
        this.calls = calls;
        this.deadLetters = deadLetters;
        this.tracing = tracing;
        this.undertakers = new Lanes<>("dead-letter", tracing);
    }

    /** Returns at once; the record is finished when its lane has kept how it ended. */
    void take(OwnedPartition owned, ConsumerRecord<String, byte[]> record) {
        var topic = Inputs.named(record.topic());
        var finish = owned.begin(topic, record);
        var span = CloudEvents.begin(tracing, "process", record);
        try (var _ = span.enter()) {
            switch (topic) {
                case BOT_COMMANDS -> {
                    var command = codec.decode(record, ControlCommand.class);
                    var _ = Spans.about(span, command);
                    control.submit(owned, command, record.offset(), end -> ended(owned, record, finish, span, end));
                }
                case BOT_CALLS -> {
                    var call = codec.decode(record, CallMethod.class);
                    var _ = Spans.about(span, call);
                    calls.submit(
                            owned,
                            call,
                            record.offset(),
                            record.offset(),
                            end -> ended(owned, record, finish, span, end));
                }
                default -> finish.run();
            }
        } catch (UnreadableRecord unreadable) {
            bury(owned, record, String.valueOf(unreadable.getMessage()), finish);
            span.failed("unreadable").close();
        }
        if (topic == Topic.BOT_CALLS) {
            owned.tookIn(record.offset());
        }
    }

    private void ended(
            OwnedPartition owned, ConsumerRecord<String, byte[]> record, Runnable finish, Span span, End end) {
        switch (end) {
            case DONE -> finish.run();
            // The next owner reads it again: it stays open here.
            case ABANDONED -> span.failed("abandoned");
            case HOPELESS -> {
                span.failed("internal_error");
                bury(owned, record, "failed three times", finish);
            }
        }
        span.close();
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
