package io.botyard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.wire.Topic;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class TestBrokerTest {

    private final Commands commands = Commands.by(Clock.systemUTC());

    @Test
    void carriesTheContractsRecordsAlsoOverARestart() {
        var broker = TestBroker.shared().withTopics(3);
        var remove = commands.removeBot(7);
        try (var writer = TopicWriter.to(broker.connection())) {
            writer.send(Topic.BOT_COMMANDS, remove, commands.verifyBot(7, 70));
        }

        broker.stop();
        broker.start();

        try (var reader = TopicReader.of(broker.connection(), Topic.BOT_COMMANDS.topicName())) {
            assertThat(reader.messages(BotCommand.class)).hasSize(2);
            assertThat(reader.messages(RemoveBot.class)).containsExactly(remove);
        }
    }
}
