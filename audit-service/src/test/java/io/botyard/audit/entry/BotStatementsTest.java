package io.botyard.audit.entry;

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

/** Rule 6 for what admins and users do to a bot. */
class BotStatementsTest {
    private static final BotRowId ROW = new BotRowId(7);
    private static final BotId BOT = new BotId(4711);
    private static final Limits HALF = new Limits(new BigDecimal("0.5"), 3);

    private final CommandId command = newCommand();

    @Test
    void rule6LimitsAreToldBeforeAndAfter() {
        assertSays(
                new BotRateLimitsChanged(head(command, 41, "bot_rate_limits_changed"), ROW, Limits.DEFAULT, HALF),
                "bot_rate_limits_changed",
                EntryOutcome.OK,
                "\"id\":7,\"before\":{\"max_requests_per_second\":30,\"max_concurrent_requests\":10},"
                        + "\"after\":{\"max_requests_per_second\":0.5,\"max_concurrent_requests\":3}");
        assertSays(
                new BotRateLimitsOverridden(
                        head(command, 41, "bot_rate_limits_overridden"),
                        ROW,
                        Ceilings.NONE,
                        new Ceilings(BigDecimal.TEN, null),
                        HALF),
                "bot_rate_limits_overridden",
                EntryOutcome.OK,
                "\"id\":7,\"before\":{\"max_requests_per_second\":null,\"max_concurrent_requests\":null},"
                        + "\"after\":{\"max_requests_per_second\":10,\"max_concurrent_requests\":null},"
                        + "\"limits\":{\"max_requests_per_second\":0.5,\"max_concurrent_requests\":3}");
    }

    @Test
    void rule6AnAdminsReasonIsATextAndStaysOut() {
        assertSays(
                new BotSuspended(head(command, 41, "bot_suspended"), ROW, BotStatus.ACTIVE, "spams people"),
                "bot_suspended",
                EntryOutcome.OK,
                "\"id\":7,\"before\":\"active\"");
    }

    @Test
    void rule6AUserWithoutABotHasEntriesToo() {
        assertSays(
                new BotSuspended(head(command, 41, "bot_suspended"), null, null, "spams people"),
                "bot_suspended",
                EntryOutcome.OK,
                "");
        assertSays(
                new BotActivated(head(command, 41, "bot_activated"), null, null), "bot_activated", EntryOutcome.OK, "");
    }

    @Test
    void rule6WhereABotStandsAfterwardsIsTold() {
        assertSays(
                new BotActivated(head(command, 41, "bot_activated"), ROW, BotStatus.ACTIVE),
                "bot_activated",
                EntryOutcome.OK,
                "\"id\":7,\"status\":\"active\"");
        assertSays(
                new BotTokenReplaced(head(command, 41, "bot_token_replaced"), ROW, BOT, BotStatus.PENDING),
                "bot_token_replaced",
                EntryOutcome.OK,
                "\"id\":7,\"bot_id\":4711,\"status\":\"pending\"");
    }

    @Test
    void rule6AnAdminsLookIsAnEntryWhateverTelegramSaid() {
        var profile = new BotProfile(BOT, "a_bot", "A Bot", true);
        assertSays(
                new BotAccessed(head(command, 41, "bot_accessed"), ROW, BOT, profile, null),
                "bot_accessed",
                EntryOutcome.OK,
                "\"id\":7,\"bot_id\":4711");
        assertSays(
                new BotAccessed(head(command, 41, "bot_accessed"), ROW, BOT, null, VerificationFailure.TOKEN_REJECTED),
                "bot_accessed",
                EntryOutcome.FAILED,
                "\"id\":7,\"bot_id\":4711,\"reason\":\"token_rejected\"");
    }

    @Test
    void rule6ARotationIsToldByItsKeyAndByWhatItLeftBehind() {
        assertSays(
                new KeyRotationStarted(head(command, 0, "key_rotation_started"), 2),
                "key_rotation_started",
                EntryOutcome.OK,
                "\"key_version\":2");
        assertSays(
                new KeysRotated(head(command, 0, "keys_rotated"), 2, 1_000, 0),
                "keys_rotated",
                EntryOutcome.OK,
                "\"key_version\":2,\"rows\":1000,\"unreadable\":0");
        assertSays(
                new KeysRotated(head(command, 0, "keys_rotated"), 2, 999, 1),
                "keys_rotated",
                EntryOutcome.FAILED,
                "\"key_version\":2,\"rows\":999,\"unreadable\":1");
    }

    private void assertSays(BotEvent event, String action, EntryOutcome outcome, String details) {
        var says = Statements.of(event);
        assertThat(says.action()).isEqualTo(action);
        assertThat(says.outcome()).isEqualTo(outcome);
        assertThat(says.details().text())
                .isEqualTo("{" + details + (details.isEmpty() ? "" : ",") + "\"command_id\":\"" + command + "\"}");
    }
}
