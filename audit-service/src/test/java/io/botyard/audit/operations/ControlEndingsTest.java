package io.botyard.audit.operations;

import static io.botyard.audit.bed.Happenings.head;
import static io.botyard.audit.bed.Happenings.newCommand;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.CommandId;
import io.botyard.contract.Limits;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRotated;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What the operation of each control command holds when it has ended. */
class ControlEndingsTest {
    private static final BotRowId ROW = new BotRowId(7);
    private static final BotId BOT = new BotId(4711);
    private static final Limits HALF = new Limits(new BigDecimal("0.5"), 3);

    private final CommandId command = newCommand();

    @Test
    void aReplacedTokenTellsWhereTheBotStands() {
        assertEnds(
                new BotTokenReplaced(head(command, 41, "bot_token_replaced"), ROW, BOT, BotStatus.PENDING),
                "replace_token",
                "{\"id\":7,\"bot_id\":4711,\"status\":\"pending\"}");
    }

    @Test
    void rule11ChangedLimitsAreToldAsTheyWereAskedFor() {
        assertEnds(
                new BotRateLimitsChanged(head(command, 41, "bot_rate_limits_changed"), ROW, Limits.DEFAULT, HALF),
                "change_rate_limits",
                "{\"id\":7,\"new_limits\":{\"max_requests_per_second\":0.5,\"max_concurrent_requests\":3}}");
    }

    @Test
    void ceilingsAreToldBesideTheLimitsThatStay() {
        assertEnds(
                new BotRateLimitsOverridden(
                        head(command, 41, "bot_rate_limits_overridden"),
                        ROW,
                        Ceilings.NONE,
                        new Ceilings(BigDecimal.TEN, null),
                        HALF),
                "override_rate_limits",
                "{\"id\":7,\"new_limits\":{\"max_requests_per_second\":10,\"max_concurrent_requests\":null},"
                        + "\"limits\":{\"max_requests_per_second\":0.5,\"max_concurrent_requests\":3}}");
    }

    @Test
    void aSuspensionTellsItsReasonAndAnActivationTheStatus() {
        assertEnds(
                new BotSuspended(head(command, 41, "bot_suspended"), ROW, BotStatus.ACTIVE, "spam"),
                "suspend_bot",
                "{\"id\":7,\"status\":\"suspended\",\"suspension_reason\":\"spam\"}");
        assertEnds(
                new BotActivated(head(command, 41, "bot_activated"), ROW, BotStatus.PENDING),
                "activate_bot",
                "{\"id\":7,\"status\":\"pending\"}");
    }

    @Test
    void ofAUserWithoutABotOnlyTheStandingIsTold() {
        assertEnds(
                new BotSuspended(head(command, 41, "bot_suspended"), null, null, "spam"),
                "suspend_bot",
                "{\"id\":null,\"status\":\"suspended\",\"suspension_reason\":\"spam\"}");
        assertEnds(
                new BotActivated(head(command, 41, "bot_activated"), null, null),
                "activate_bot",
                "{\"id\":null,\"status\":null}");
    }

    @Test
    void aLookTellsWhoTheBotIsOrWhyNobodyKnows() {
        var profile = new BotProfile(BOT, "a_bot", "A Bot", true);
        assertEnds(
                new BotAccessed(head(command, 41, "bot_accessed"), ROW, BOT, profile, null),
                "access_bot",
                "{\"success\":true,\"bot_info\":{\"id\":4711,\"username\":\"a_bot\",\"first_name\":\"A Bot\","
                        + "\"is_bot\":true},\"access_logged\":true,\"reason\":null}");
        assertEnds(
                new BotAccessed(
                        head(command, 41, "bot_accessed"), ROW, BOT, null, VerificationFailure.TELEGRAM_UNREACHABLE),
                "access_bot",
                "{\"success\":false,\"bot_info\":null,\"access_logged\":true,\"reason\":\"telegram_unreachable\"}");
    }

    @Test
    void aRotationEndsWithItsEndAndNotWithItsStart() {
        assertThat(ControlEndings.of(new KeyRotationStarted(head(command, 0, "key_rotation_started"), 2)))
                .isEmpty();
        assertEnds(
                new KeysRotated(head(command, 0, "keys_rotated"), 2, 999, 1),
                "rotate_keys",
                "{\"key_version\":2,\"rows\":999,\"unreadable\":1}");
    }

    private void assertEnds(BotEvent event, String kind, String result) {
        assertThat(ControlEndings.of(event)).hasValueSatisfying(ending -> {
            assertThat(ending.id()).isEqualTo(command);
            assertThat(ending.kind()).isEqualTo(kind);
            assertThat(ending.status()).isEqualTo(OperationStatus.SUCCEEDED);
            assertThat(ending.result())
                    .isNotNull()
                    .satisfies(json -> assertThat(json.text()).isEqualTo(result));
        });
    }
}
