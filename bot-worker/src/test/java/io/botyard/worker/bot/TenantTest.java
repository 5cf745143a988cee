package io.botyard.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.BotToken;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may happen to a user's bot and standing, told without any technology. */
class TenantTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANNA = new UserId(41);
    private static final BotId BOT = new BotId(4711);

    private final Tenant nobody = new Tenant(Standing.clean(ANNA), Optional.empty());

    @Test
    void rule2EveryStateCanBeSuspendedAndComesBackAsActiveOnlyIfItWasVerified() {
        assertThat(backFrom(new BotState.Active(null))).isEqualTo(BotStatus.ACTIVE);
        assertThat(backFrom(new BotState.Pending(null))).isEqualTo(BotStatus.PENDING);
        assertThat(backFrom(new BotState.Rejected(Bot.REJECTED))).isEqualTo(BotStatus.PENDING);
    }

    private BotStatus backFrom(BotState state) {
        var suspended = with(state).suspended("spam", NOW);
        assertThat(status(suspended)).isEqualTo(BotStatus.SUSPENDED);
        return status(suspended.activated(NOW));
    }

    @Test
    void rule2ASuspendedBotRefusesCallsByThatName() {
        assertThat(new BotState.Suspended("spam", true, null).refusesCalls())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.BOT_SUSPENDED));
    }

    @Test
    void whatHappensToASuspendedBotsTokenLeavesItSuspendedAndUnverified() {
        var suspended = new BotState.Suspended("spam", true, "an earlier error");
        assertThat(suspended.tokenRejected(Bot.REJECTED))
                .isEqualTo(new BotState.Suspended("spam", false, Bot.REJECTED));
        assertThat(suspended.tokenReplaced()).isEqualTo(new BotState.Suspended("spam", false, null));
    }

    @Test
    void aNewTokenIsToBeVerifiedFromEveryOtherState() {
        assertThat(new BotState.Active(null).tokenReplaced()).isEqualTo(new BotState.Pending(null));
        assertThat(new BotState.Rejected(Bot.REJECTED).tokenReplaced()).isEqualTo(new BotState.Pending(null));
    }

    @Test
    void aVerifiedBotIsClaimedUntilItsUserIsActivatedWhateverBecomesOfIt() {
        var suspended = with(new BotState.Active(null)).suspended("spam", NOW);
        assertThat(suspended.standing().claim()).isEqualTo(BOT);
        assertThat(suspended.withoutBot().standing().claim()).isEqualTo(BOT);
        assertThat(suspended.withoutBot().activated(NOW).standing().claim()).isNull();
        assertThat(with(new BotState.Pending(null))
                        .suspended("spam", NOW)
                        .standing()
                        .claim())
                .as("an unverified claim blocks nobody")
                .isNull();
    }

    @Test
    void theNextBotBeginsSuspendedWhileItsUserIs() {
        assertThat(nobody.suspended("spam", NOW).standing().beginning())
                .isEqualTo(new BotState.Suspended("spam", false, null));
        assertThat(nobody.standing().beginning()).isEqualTo(new BotState.Pending(null));
    }

    @Test
    void theSmallerLimitCountsAndBothAreKept() {
        var own = new Limits(new BigDecimal("0.5"), 20);
        var limited = nobody.limited(new Ceilings(BigDecimal.TEN, 3), NOW).standing();
        assertThat(limited.allowed(own)).isEqualTo(new Limits(new BigDecimal("0.5"), 3));
        assertThat(limited.allowed(Limits.DEFAULT)).isEqualTo(new Limits(BigDecimal.TEN, 3));
        assertThat(nobody.standing().allowed(own)).isEqualTo(own);
    }

    @Test
    void versionsGrowByOneWithEveryChangeAndOutliveTheBot() {
        var tenant = with(new BotState.Active(null));
        var limited = tenant.limited(new Ceilings(BigDecimal.ONE, null), NOW);
        assertThat(limited.version()).isEqualTo(tenant.version() + 1);
        assertThat(limited.suspended("spam", NOW).version()).isEqualTo(tenant.version() + 2);
        assertThat(limited.withoutBot().version()).isEqualTo(tenant.version() + 2);
        assertThat(limited.withoutBot().nextVersion()).isEqualTo(tenant.version() + 3);
    }

    @Test
    void aVerificationNamesTheBotAndClearsItsError() {
        var state = new BotState.Pending("could not be asked");
        var secret = WebhookSecret.of(new BotToken("4711:" + "a".repeat(35)), new BotRowId(7));
        var known = new Identification.Known(new BotProfile(BOT, "a_bot", "A Bot", true), secret);
        var verified = bot(state).verified(state, known, NOW);
        assertThat(verified.username()).isEqualTo("a_bot");
        assertThat(verified.state()).isEqualTo(new BotState.Active(null));
        assertThat(verified.webhookSecretSha256()).isEqualTo(secret.sha256());
        assertThat(verified.with(new SealedSecret("another"), NOW).webhookSecretSha256())
                .as("of a token that nobody has verified")
                .isNull();
    }

    private Tenant with(BotState state) {
        return nobody.with(bot(state));
    }

    private static Bot bot(BotState state) {
        return new Bot(
                new BotRowId(7),
                ANNA,
                BOT,
                null,
                new SealedSecret("sealed"),
                1,
                null,
                null,
                Limits.DEFAULT,
                state,
                5,
                NOW,
                NOW);
    }

    private static BotStatus status(Tenant tenant) {
        return tenant.bot().orElseThrow().state().status();
    }
}
