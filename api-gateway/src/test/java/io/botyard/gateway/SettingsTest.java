package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.secret.local.LocalTokenCipher;
import io.botyard.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another token, other limits: the bot stays the same bot. */
@SharesWorld
class SettingsTest {

    private static final String LIMITS = "/api/user-bot/rate-limits";
    private static final String TOKEN = Tokens.of(4711).value();

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();
    private final Client http = tenant.http();
    private final long row = tenant.id() + 1000;

    @BeforeEach
    void anActiveBot() {
        world.schemas.bot(tenant.id(), "active", "30");
        world.worker.plays(command -> List.of(
                command instanceof ReplaceToken replace
                        ? Lines.tokenReplaced(replace)
                        : Lines.limitsChanged((ChangeRateLimits) command)));
    }

    @Test
    void aTokenIsReplacedSealedForItsUserAndStandsInNoAnswer() {
        var answer = replace(TOKEN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(TOKEN);
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        assertThat(answer.field("status")).isEqualTo("pending");
        assertThat(answer.json().get("requires_verification").asBoolean()).isTrue();
        var command = world.in(Topic.BOT_COMMANDS, ReplaceToken.class).stream()
                .filter(sent -> sent.userId().value() == tenant.id())
                .findAny()
                .orElseThrow();
        assertThat(command.id().value()).isEqualTo(row);
        assertThat(command.botId().value()).isEqualTo(4711);
        assertThat(LocalTokenCipher.open(world.keys.resolve("keyset.json"))
                        .decrypt(command.userId(), command.token())
                        .value())
                .isEqualTo(TOKEN);
    }

    @Test
    void theTokenOfAnotherBotIsRefused() {
        world.worker.plays(command -> List.of(Lines.refused(command, RefusalCode.TOKEN_OF_ANOTHER_BOT)));
        var answer = replace(Tokens.of(4712).value());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("code")).isEqualTo("token_of_another_bot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"bot_token\":\"4711:short\"}", "{\"bot_token\":null}", "{\"bot_token\":1}"})
    void whatIsNoTokenIsNotValid(String body) {
        var answer = http.put("/api/user-bot/token", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo("bot_token");
    }

    @Test
    void limitsAreChangedOneAtATimeAndHalfARequestPerSecondStaysHalf() {
        var answer = http.patch(LIMITS, "{\"max_requests_per_second\":0.50}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"max_requests_per_second\":0.5,");
        assertThat(answer.field("new_limits.max_concurrent_requests")).isEqualTo("10");
        assertThat(lastChange().maxConcurrentRequests()).isNull();
        assertThat(lastChange().ifVersion()).isNull();
        assertThat(lastChange().id().value()).isEqualTo(row);
    }

    @Test
    void aLimitAboveTheCeilingOfAnAdminIsRefused() {
        world.worker.plays(command -> List.of(Lines.refused(command, RefusalCode.LIMIT_ABOVE_CEILING)));
        var answer = http.patch(LIMITS, "{\"max_requests_per_second\":31}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("code")).isEqualTo("limit_above_ceiling");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|max_requests_per_second|required",
                "{\"max_requests_per_second\":0.09}|max_requests_per_second|range",
                "{\"max_requests_per_second\":100.1}|max_requests_per_second|range",
                "{\"max_requests_per_second\":0.1234}|max_requests_per_second|range",
                "{\"max_concurrent_requests\":0}|max_concurrent_requests|range",
                "{\"max_concurrent_requests\":51}|max_concurrent_requests|range",
                "{\"max_concurrent_requests\":1.5}|max_concurrent_requests|wrong_type",
                "{\"burst\":1}|burst|unknown_field"
            })
    void limitsOutOfRangeAreNotValid(String body, String field, String code) {
        var answer = http.patch(LIMITS, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo(field);
        assertThat(answer.field("errors.0.code")).isEqualTo(code);
    }

    @Test
    void aFormIsNotRead() {
        var answer = http.send(
                "PATCH",
                LIMITS,
                BodyPublishers.ofString("max_concurrent_requests=%[5"),
                List.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void withoutABotThereIsNothingToChange() {
        world.schemas.noBot(tenant.id());
        assertThat(List.of(replace(TOKEN), http.patch(LIMITS, "{\"max_concurrent_requests\":1}")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.field("code")).isEqualTo("no_bot");
                });
    }

    @Test
    void theStatusCarriesATagThatIsAnotherWheneverTheBotChanged() {
        world.schemas.change(tenant.id(), "version = 7");
        var status = http.get("/api/user-bot/status");
        assertThat(status.header("ETag")).isEqualTo("\"" + row + "-7\"");
        assertThat(http.with("If-None-Match", status.header("ETag"))
                        .get("/api/user-bot/status")
                        .status())
                .as("usage moves on without the tag, so nobody is told that nothing has")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%d-7\"", "\"other\", \"%d-7\"", "W/\"x\" , , \"%d-7\"", "\"%d-7\","})
    void aTagThatStillHoldsIsHandedToTheWorkerToDecide(String ifMatch) {
        world.schemas.change(tenant.id(), "version = 7");
        assertThat(change(ifMatch.formatted(row)).status()).isEqualTo(200);
        assertThat(lastChange().ifVersion()).isEqualTo(7);
        world.worker.plays(command -> List.of(Lines.refused(command, RefusalCode.PRECONDITION_FAILED)));
        var late = change(ifMatch.formatted(row));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.field("code")).isEqualTo("precondition_failed");
    }

    @Test
    void aStarIsContentWithAnyVersion() {
        assertThat(change("*").status()).isEqualTo(200);
        assertThat(lastChange().ifVersion()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%d-6\"", "W/\"%d-7\"", "\"7\"", "\"\""})
    void aTagThatDoesNotHoldReachesNobody(String ifMatch) {
        world.schemas.change(tenant.id(), "version = 7");
        assertThat(change(ifMatch.formatted(row)).status()).isEqualTo(412);
        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"unclosed", "\"a\"\"b\"", "*, \"a\"", ",", "w/\"a\""})
    void whatIsNoListOfTagsIsMalformed(String ifMatch) {
        var answer = change(ifMatch);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("code")).isEqualTo("malformed_request");
        assertThat(changes()).isEmpty();
    }

    private Answer replace(String token) {
        return http.put("/api/user-bot/token", "{\"bot_token\":\"%s\"}".formatted(token));
    }

    private Answer change(String ifMatch) {
        return http.with("If-Match", ifMatch).patch(LIMITS, "{\"max_concurrent_requests\":5}");
    }

    private ChangeRateLimits lastChange() {
        return changes().getLast();
    }

    private List<ChangeRateLimits> changes() {
        return world.in(Topic.BOT_COMMANDS, ChangeRateLimits.class).stream()
                .filter(command -> command.userId().value() == tenant.id())
                .toList();
    }
}
