package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Tokens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tenants, each with the other's user id as the row id of their bot. */
@SharesWorld
class CrossedIdsTest {

    private final World world = World.shared();
    private final World.Tenant one = world.tenant();
    private final World.Tenant other = world.tenant();
    private final Client admin = world.logIn(World.ADMIN);

    @BeforeEach
    void crossTheIds() {
        world.schemas.bot(one.id(), "active", "30");
        world.schemas.bot(other.id(), "active", "7");
        world.schemas.change(one.id(), "id = %d, bot_username = 'one_bot'".formatted(other.id()));
        world.schemas.change(other.id(), "id = %d, bot_username = 'other_bot'".formatted(one.id()));
        world.worker.plays(command -> List.of());
    }

    @Test
    void rule1NothingOfOneIsSeenByTheOther() {
        assertThat(one.http().get("/api/user-bot/status").field("bot_username")).isEqualTo("one_bot");
        assertThat(other.http().get("/api/user-bot/status").field("bot_username"))
                .isEqualTo("other_bot");
        assertThat(admin.get("/api/admin/bots/" + one.id() + "/status").field("bot_username"))
                .isEqualTo("one_bot");
        assertThat(admin.get("/api/admin/bots/" + other.id() + "/status").field("bot_username"))
                .isEqualTo("other_bot");
    }

    @Test
    void rule1WhatAUserAsksReachesTheirOwnBotAlone() {
        var http = one.http().with("Prefer", "respond-async");
        onlyOne(() -> http.post("/api/user-bot/verify", "{}"));
        onlyOne(() -> http.put(
                "/api/user-bot/token",
                "{\"bot_token\":\"%s\"}".formatted(Tokens.of(4711).value())));
        onlyOne(() -> http.patch("/api/user-bot/rate-limits", "{\"max_concurrent_requests\":1}"));
        onlyOne(() -> http.post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}"));
        onlyOne(() -> http.delete("/api/user-bot/remove"));
    }

    @Test
    void rule1WhatAnAdminAsksReachesTheBotOfTheUserInThePathAlone() {
        var http = admin.at("/api/admin/bots/" + one.id()).with("Prefer", "respond-async");
        onlyOne(() -> http.patch("/suspend", "{\"reason\":\"Complaints\"}"));
        onlyOne(() -> http.patch("/activate", ""));
        onlyOne(() -> http.patch("/rate-limit", "{\"max_concurrent_requests\":1}"));
        onlyOne(() -> http.post("/access", ""));
        onlyOne(() -> http.post("/verify", "{}"));
        onlyOne(() -> http.delete(""));
    }

    @Test
    void rule1AnOperationOfOneIsAbsentForTheOther() {
        var mine = one.http()
                .with("Prefer", "respond-async")
                .post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}")
                .header("Location");
        assertThat(one.http().get(mine).status()).isEqualTo(200);
        assertThat(other.http().get(mine).status()).isEqualTo(404);
    }

    /** The one command that this leads to is for the one user and, where it names a row, for the row of their bot. */
    private void onlyOne(Runnable asking) {
        var before = about(one).size();
        asking.run();
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(about(one))
                        .hasSize(before + 1)
                        .last()
                        .satisfies(command ->
                                row(command).ifPresent(row -> assertThat(row).isEqualTo(other.id()))));
        assertThat(about(other)).isEmpty();
    }

    private static Optional<Long> row(BotCommand command) {
        return Optional.ofNullable(
                switch (command) {
                    case AccessBot access -> access.id().value();
                    case VerifyBot verify -> verify.id().value();
                    case ReplaceToken replace -> replace.id().value();
                    case ChangeRateLimits change -> change.id().value();
                    case CallMethod call -> call.id().value();
                    default -> null;
                });
    }

    private List<BotCommand> about(World.Tenant tenant) {
        return List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS).stream()
                .flatMap(topic -> world.in(topic, BotCommand.class).stream())
                .filter(command -> command.userId().value() == tenant.id())
                .toList();
    }
}
