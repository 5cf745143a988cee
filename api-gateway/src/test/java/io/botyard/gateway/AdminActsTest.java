package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Ceilings;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.Role;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.AdminLines;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins do with anybody's bot. */
@SharesWorld
class AdminActsTest {

    private static final String REASON = "{\"reason\":\"Complaints about it\"}";

    /** Something an admin does, and the kind of command it becomes. */
    record Act(String kind, Function<Client, Answer> asking) {

        Answer on(Client bot) {
            return asking.apply(bot);
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();
    private final Client admin = world.logIn(World.ADMIN);
    private final Client bot = admin.at("/api/admin/bots/" + tenant.id());

    @BeforeEach
    void anActiveBot() {
        world.schemas.bot(tenant.id(), "active", "30");
        world.worker.plays(command -> List.of(AdminLines.done(command)));
    }

    static List<Act> acts() {
        return Stream.concat(
                        Stream.of(
                                new Act("suspend_bot", http -> http.patch("/suspend", REASON)),
                                new Act("activate_bot", http -> http.patch("/activate", "")),
                                new Act(
                                        "override_rate_limits",
                                        http -> http.patch("/rate-limit", "{\"max_concurrent_requests\":5}"))),
                        actsOnABot().stream())
                .toList();
    }

    /** Those that need one. */
    static List<Act> actsOnABot() {
        return List.of(
                new Act("access_bot", http -> http.post("/access", "")),
                new Act("verify_bot", http -> http.post("/verify", "{}")),
                new Act("remove_bot", http -> http.delete("")));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void anAdminActsOnTheUsersBotInTheirOwnName(Act act) {
        var answer = act.on(bot);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        assertThat(sent()).singleElement().satisfies(command -> {
            assertThat(command.kind()).isEqualTo(act.kind());
            assertThat(command.origin().actor().role()).isEqualTo(Role.SUPERADMIN);
            assertThat(command.origin().actor().id().value()).isNotEqualTo(tenant.id());
        });
    }

    @ParameterizedTest
    @MethodSource("acts")
    void whatIsNotDoneInTimeIsAnOperationThatTheAdminMayRead(Act act) {
        world.worker.plays(command -> List.of());
        var answer = act.on(bot.with("Prefer", "respond-async"));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(answer.field("kind")).isEqualTo(act.kind());
        var operation = admin.get(answer.header("Location"));
        assertThat(operation.status()).isEqualTo(200);
        assertThat(operation.field("status")).isEqualTo("accepted");
    }

    @ParameterizedTest
    @MethodSource("acts")
    void nobodyActsOnWhoIsNoUser(Act act) {
        for (var user : List.of("0", "-5", "987654321", "me")) {
            var answer = act.on(admin.at("/api/admin/bots/" + user));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.field("code")).isEqualTo("not_found");
        }
    }

    @ParameterizedTest
    @MethodSource("acts")
    void aUserActsOnNobodysBotThisWayNotEvenTheirOwn(Act act) {
        var answer = act.on(tenant.http().at("/api/admin/bots/" + tenant.id()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void whatTheWorkerRefusesIsAProblemOfTheSameCode(Act act) {
        world.worker.plays(command -> List.of(Lines.refused(command, RefusalCode.BOT_SUSPENDED)));
        var answer = act.on(bot);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.field("code")).isEqualTo("bot_suspended");
    }

    @ParameterizedTest
    @MethodSource("actsOnABot")
    void withoutABotThereIsNothingToLookIntoVerifyOrRemove(Act act) {
        world.schemas.noBot(tenant.id());
        assertThat(act.on(bot).status()).isEqualTo(404);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aSuspensionAnswersWhereTheBotStandsAndWhy() {
        var answer = bot.patch("/suspend", REASON);
        assertThat(answer.field("status")).isEqualTo("suspended");
        assertThat(answer.field("suspension_reason")).isEqualTo("Complaints about it");
        assertThat(answer.field("user_id")).isEqualTo(Long.toString(tenant.id()));
        assertThat(bot.patch("/activate", "").field("status")).isEqualTo("pending");
    }

    @Test
    void aUserIsSuspendedAlsoWithoutABotForTheNextTheyBring() {
        world.schemas.noBot(tenant.id());
        world.worker.plays(command -> List.of(AdminLines.suspendedWithoutBot((SuspendBot) command)));
        var answer = bot.patch("/suspend", REASON);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("status")).isEqualTo("suspended");
        assertThat(answer.json().get("id").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"four\"}", "{\"reason\":\"      \"}", "{\"reason\":\"nul\\u0000nul\"}"})
    void aSuspensionNeedsAReason(String body) {
        var answer = bot.patch("/suspend", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo("reason");
        assertThat(bot.patch("/suspend", "{\"reason\":\"%s\"}".formatted("x".repeat(501)))
                        .status())
                .isEqualTo(422);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aCeilingIsSetByANumberLiftedByNullAndLeftAloneOtherwise() {
        var set = bot.patch("/rate-limit", "{\"max_requests_per_second\":0.5}");
        assertThat(set.text()).contains("\"new_limits\":{\"max_requests_per_second\":0.5,");
        assertThat(last().ceilings().maxRequestsPerSecond()).isEqualByComparingTo("0.5");
        assertThat(last().ceilings().maxConcurrentRequests()).isNull();
        assertThat(last().lifted()).isEmpty();
        assertThat(last().ifVersion()).isNull();

        bot.patch("/rate-limit", "{\"max_requests_per_second\":null,\"max_concurrent_requests\":50}");
        assertThat(last().ceilings()).isEqualTo(new Ceilings(null, 50));
        assertThat(last().lifted()).containsExactly(Ceilings.Field.MAX_REQUESTS_PER_SECOND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|max_requests_per_second|required",
                "{\"max_requests_per_second\":0.09}|max_requests_per_second|range",
                "{\"max_requests_per_second\":100.1}|max_requests_per_second|range",
                "{\"max_requests_per_second\":0.1234}|max_requests_per_second|range",
                "{\"max_requests_per_second\":1e999999999}|max_requests_per_second|range",
                "{\"max_requests_per_second\":\"5\"}|max_requests_per_second|wrong_type",
                "{\"max_concurrent_requests\":0}|max_concurrent_requests|range",
                "{\"max_concurrent_requests\":51}|max_concurrent_requests|range",
                "{\"max_concurrent_requests\":99999999999}|max_concurrent_requests|range",
                "{\"max_concurrent_requests\":1.5}|max_concurrent_requests|wrong_type",
                "{\"burst\":1}|burst|unknown_field"
            })
    void aCeilingOutOfRangeIsNotValid(String body, String field, String code) {
        var answer = bot.patch("/rate-limit", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo(field);
        assertThat(answer.field("errors.0.code")).isEqualTo(code);
    }

    @Test
    void anAdminWhoHasSeenAnOlderBotChangesNothing() {
        world.schemas.change(tenant.id(), "version = 7");
        var seen = admin.get("/api/admin/bots/" + tenant.id() + "/status").header("ETag");
        assertThat(bot.with("If-Match", seen)
                        .patch("/rate-limit", "{\"max_concurrent_requests\":5}")
                        .status())
                .isEqualTo(200);
        assertThat(last().ifVersion()).isEqualTo(7);
        world.schemas.change(tenant.id(), "version = 8");
        var late = bot.with("If-Match", seen);
        assertThat(List.of(
                        late.patch("/rate-limit", "{\"max_concurrent_requests\":5}"),
                        late.patch("/suspend", REASON),
                        late.patch("/activate", "")))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(412));
        world.schemas.noBot(tenant.id());
        assertThat(bot.with("If-Match", "*").patch("/suspend", REASON).status()).isEqualTo(412);
    }

    @Test
    void lookingIntoABotTellsWhoItIsOrWhyThatIsNotKnown() {
        var seen = bot.post("/access", "");
        assertThat(seen.field("bot_info.username")).isEqualTo("a_bot");
        assertThat(seen.json().get("access_logged").asBoolean()).isTrue();
        world.worker.plays(command -> List.of(AdminLines.notAccessed((AccessBot) command)));
        var not = bot.post("/access", "");
        assertThat(not.status()).isEqualTo(200);
        assertThat(not.json().get("success").asBoolean()).isFalse();
        assertThat(not.json().get("bot_info").isNull()).isTrue();
        assertThat(not.json().get("access_logged").asBoolean()).isTrue();
        assertThat(not.field("reason")).isEqualTo("telegram_unreachable");
    }

    @Test
    void anAdminVerifiesAsTheUserDoes() {
        world.worker.plays(
                command -> List.of(Lines.testMessageSent((VerifyBot) command), Lines.verified((VerifyBot) command)));
        var answer = bot.post("/verify", "{\"send_test_message\":true,\"test_chat_id\":5}");
        assertThat(answer.field("test_message.message_id")).isEqualTo("42");
        assertThat(bot.post("/verify", "{\"send_test_message\":true}").status()).isEqualTo(422);
    }

    private OverrideRateLimits last() {
        return (OverrideRateLimits) sent().getLast();
    }

    private List<BotCommand> sent() {
        return world.in(Topic.BOT_COMMANDS, BotCommand.class).stream()
                .filter(command -> command.userId().value() == tenant.id())
                .toList();
    }
}
