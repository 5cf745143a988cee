package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.SensibleWorker;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.Watcher;
import io.botyard.gateway.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway may reuse for a second that it saw a bot take calls, and nothing else of a bot. */
@SharesWorld
class RecentBotsTest {

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();

    @BeforeEach
    void work() {
        world.worker.plays(SensibleWorker::obeys);
    }

    @Test
    void aBotThatStopsTakingCallsIsNoticedWithinASecond() {
        world.schemas.bot(tenant.id(), "active", "30");
        var watcher = new Watcher(this::send).warm();
        world.schemas.change(tenant.id(), "status = 'suspended'");
        assertThat(watcher.refusedWithinASecond().field("code")).isEqualTo("bot_suspended");
    }

    @Test
    void aBotThatBeginsToTakeCallsIsNoticedAtOnce() {
        assertThat(send().field("code")).isEqualTo("no_bot");
        world.schemas.bot(tenant.id(), "pending", "30");
        assertThat(send().field("code")).isEqualTo("bot_not_verified");
        world.schemas.change(tenant.id(), "status = 'active'");
        assertThat(send().status()).isEqualTo(202);
    }

    @Test
    void whatWasAskedForHereIsNoticedAtOnce() {
        world.schemas.bot(tenant.id(), "active", "30");
        assertThat(send().status()).isEqualTo(202);
        assertThat(tenant.http().delete("/api/user-bot/remove").status()).isEqualTo(200);
        world.schemas.noBot(tenant.id());
        assertThat(send().field("code")).isEqualTo("no_bot");
    }

    private Answer send() {
        return tenant.http().post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}");
    }
}
