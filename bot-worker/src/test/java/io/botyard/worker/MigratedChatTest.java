package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.ledger.Call;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A group that became a supergroup has another id: calls follow it, and their callers are told. */
@ExtendWith(SharedWorker.class)
class MigratedChatTest {

    private static final long SUPERGROUP = -1_001_234_567_890L;

    private final WorkerRig rig;

    MigratedChatTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void aCallFollowsItsChatAndSaysWhere() {
        var row = rig.verified(9_411);
        migrates(9_411, 1);
        var call = rig.commands.sendMessage(9_411, row, "-7", "hello");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOfSatisfying(CallSucceeded.class, done -> {
            assertThat(done.call().chatId()).isEqualTo("-7");
            assertThat(done.call().migratedToChatId()).isEqualTo(SUPERGROUP);
            assertThat(done.call().attempts()).isEqualTo(2);
        });
        assertThat(rig.sent(9_411)).extracting(Call::chatId).containsExactly("-7", Long.toString(SUPERGROUP));
        assertThat(rig.sent(9_411).getLast().text("text")).isEqualTo("hello");
    }

    @Test
    void aFormFollowsItsChat() {
        var row = rig.verified(9_412);
        migrates(9_412, 1);
        var form = """
                --b0
                Content-Disposition: form-data; name="chat_id"

                -7
                --b0
                Content-Disposition: form-data; name="text"

                hello
                --b0--
                """.replace("\n", "\r\n");
        var json = rig.commands.sendMessage(9_412, row, "-7", "not this");
        var call = new CallMethod(
                json.origin(),
                json.id(),
                json.method(),
                json.chatId(),
                CallBody.of("multipart/form-data; boundary=b0", form.getBytes(StandardCharsets.UTF_8)),
                json.options());
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(9_412).getLast().chatId()).isEqualTo(Long.toString(SUPERGROUP));
        assertThat(rig.sent(9_412).getLast().text("text")).isEqualTo("hello");
    }

    @Test
    void aChatThatMovesOnAndOnIsNotFollowedForEver() {
        var row = rig.verified(9_413);
        migrates(9_413, 10);
        var call = rig.commands.sendMessage(9_413, row, "-7", "hello");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId()))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.call().migratedToChatId()).isEqualTo(SUPERGROUP));
        assertThat(rig.sent(9_413)).hasSize(2);
    }

    private void migrates(long user, int times) {
        rig.sandbox
                .faults()
                .add(Fault.migratedTo(SUPERGROUP).forBot(5_000 + user).times(times));
    }
}
