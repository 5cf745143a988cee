package io.botyard.audit.entry;

import static io.botyard.audit.bed.Happenings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.EventId;
import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.AccessHead;
import io.botyard.contract.event.ActivityRead;
import io.botyard.contract.event.ApiKeyCreated;
import io.botyard.contract.event.ApiKeyRevoked;
import io.botyard.contract.event.BotHealth;
import io.botyard.contract.event.BotHealthChanged;
import io.botyard.contract.event.BotViewed;
import io.botyard.contract.event.BotsListed;
import io.botyard.contract.event.KeysViewed;
import io.botyard.contract.event.PasswordChanged;
import io.botyard.contract.event.ProfileChanged;
import io.botyard.contract.event.RefreshTokenReused;
import io.botyard.contract.event.RequestDenied;
import io.botyard.contract.event.RoleChanged;
import io.botyard.contract.event.UserDeleted;
import io.botyard.contract.event.UserLoggedOut;
import io.botyard.testkit.Actors;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule 6 for logins, looks and accounts. */
class AccessStatementsTest {
    private static final UUID ID = UUID.fromString("0192f000-0000-7000-8000-000000000001");

    private final AccessHead head =
            new AccessHead(new EventId(ID), new UserId(41), NOON, Actors.superadmin(1), "req-1");

    @Test
    void rule6AnAccountsChangeStandsInTheTrailOfWhomItConcerns() {
        var says = Statements.of(new UserDeleted(head));
        assertThat(says.userId()).isEqualTo(new UserId(41));
        assertThat(says.actor()).isEqualTo(Actors.superadmin(1));
        assertSays(new UserDeleted(head), "user_deleted", EntryOutcome.OK, "{}");
    }

    @Test
    void rule6ARoleIsToldBeforeAndAfter() {
        assertSays(
                new RoleChanged(head, Role.USER, Role.ADMIN),
                "role_changed",
                EntryOutcome.OK,
                "{\"before\":\"user\",\"after\":\"admin\"}");
    }

    @Test
    void rule6SessionsAndKeysAreNamedByTheirIds() {
        assertSays(
                new UserLoggedOut(head, new SessionId(ID)),
                "user_logged_out",
                EntryOutcome.OK,
                "{\"session\":\"" + ID + "\"}");
        assertSays(
                new RefreshTokenReused(head, new SessionId(ID)),
                "refresh_token_reused",
                EntryOutcome.DENIED,
                "{\"session\":\"" + ID + "\"}");
        assertSays(
                new ApiKeyRevoked(head, new ApiKeyId(ID)),
                "api_key_revoked",
                EntryOutcome.OK,
                "{\"key\":\"" + ID + "\"}");
    }

    @Test
    void whatIsASetIsToldInOneOrder() {
        assertSays(
                new ApiKeyCreated(
                        head, new ApiKeyId(ID), Set.of(Scope.BOT_SEND, Scope.BOT_MANAGE, Scope.BOT_READ), NOON),
                "api_key_created",
                EntryOutcome.OK,
                "{\"key\":\"" + ID + "\",\"scopes\":[\"bot:manage\",\"bot:read\",\"bot:send\"],"
                        + "\"expires_at\":\"2026-03-01T12:00:00.123Z\"}");
        assertSays(
                new ProfileChanged(head, Set.of("username", "email")),
                "profile_changed",
                EntryOutcome.OK,
                "{\"fields\":[\"email\",\"username\"]}");
    }

    @Test
    void rule6AdminReadsAreEntries() {
        assertSays(new BotViewed(head), "bot_viewed", EntryOutcome.OK, "{}");
        assertSays(new KeysViewed(head), "keys_viewed", EntryOutcome.OK, "{}");
        assertSays(
                new BotsListed(head, "page=2&status=error"),
                "bots_listed",
                EntryOutcome.OK,
                "{\"filters\":\"page=2&status=error\"}");
        assertSays(new PasswordChanged(head), "password_changed", EntryOutcome.OK, "{}");
    }

    @Test
    void rule6ADeniedAttemptIsAnEntryThatSaysHowManyItWere() {
        assertSays(
                new RequestDenied(head, 403, "forbidden", "GET /api/admin/audit", 12),
                "request_denied",
                EntryOutcome.DENIED,
                "{\"status\":403,\"code\":\"forbidden\",\"route\":\"GET /api/admin/audit\",\"count\":12}");
    }

    @Test
    void ofABotsHealthAnEntryTellsByWhatItWasJudged() {
        assertSays(
                new BotHealthChanged(head, new BotRowId(41), BotHealth.DEGRADED, BotHealth.UNHEALTHY, 12, 7, 5, 640L),
                "bot_health_changed",
                EntryOutcome.OK,
                "{\"id\":41,\"before\":\"degraded\",\"after\":\"unhealthy\",\"sends\":12,\"failures\":7,"
                        + "\"consecutive_failures\":5,\"mean_ms\":640}");
        assertSays(
                new ActivityRead(head, "activity&step=60"),
                "activity_read",
                EntryOutcome.OK,
                "{\"filters\":\"activity&step=60\"}");
    }

    private static void assertSays(AccessEvent event, String action, EntryOutcome outcome, String details) {
        var says = Statements.of(event);
        assertThat(says.action()).isEqualTo(action);
        assertThat(says.outcome()).isEqualTo(outcome);
        assertThat(says.details().text()).isEqualTo(details);
    }
}
