package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.botyard.contract.command.BotCommand;
import io.botyard.testkit.Commands;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What goes wrong while a command is carried out is logged with the ids that it is looked for by. */
@Tag("faults")
class LogIdsTest {

    /** Such as both a control command and a call with an idempotency key carry out. */
    private static final Set<String> REFUSED_ONCE = Set.of("outbox", "keyed_call");

    @Test
    void aLineAboutACommandSaysWhichAndWhose(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory);
                var _ = rig.startWorker(new Refusal())) {
            // Only now: a start sets logging up anew.
            var said = listen();
            var row = rig.verified(1);
            assertThat(failures(said)).anyMatch(ids -> "1".equals(ids.get("user_id")));
            var call = Commands.by(Clock.systemUTC()).keyed().sendMessage(1, row, "42", "once");
            rig.send(call);
            rig.outcomeOf(call.commandId());
            assertThat(failures(said)).contains(idsOf(call));
            root().detachAppender(said);
        }
    }

    private static Map<String, String> idsOf(BotCommand command) {
        return Map.of(
                "command_id", command.commandId().toString(),
                "user_id", command.userId().toString(),
                "request_id", command.origin().requestId());
    }

    private static List<Map<String, String>> failures(ListAppender<ILoggingEvent> appender) {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getMessage().equals("work failed, trying again"))
                .map(ILoggingEvent::getMDCPropertyMap)
                .toList();
    }

    private static ListAppender<ILoggingEvent> listen() {
        var appender = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        appender.start();
        root().addAppender(appender);
        return appender;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** The first statement of each kind fails, in whatever transaction it is. */
    private static final class Refusal implements WatchedDatabase.Watcher {

        private final Set<String> refused = ConcurrentHashMap.newKeySet();

        @Override
        public void before(String sql) throws SQLException {
            for (var table : REFUSED_ONCE) {
                if (sql.contains("insert into bots." + table) && refused.add(table)) {
                    throw new SQLException("a value that PostgreSQL does not take", "22021");
                }
            }
        }
    }
}
