package io.botyard.audit.entry;

import static io.botyard.audit.bed.Happenings.head;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static io.botyard.audit.bed.Happenings.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.bed.Happenings;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.testkit.Actors;
import org.junit.jupiter.api.Test;

/** Rule 6: what an entry says, and what it never says. */
class StatementsTest {
    @Test
    void rule6AnActionIsTheEventsNameInSnakeCase() {
        assertThat(Statements.of(registered(newCommand(), 41)).action()).isEqualTo("bot_registered");
        assertThat(Statements.of(Happenings.loginFailed(Actors.nobody())).action())
                .isEqualTo("login_failed");
    }

    @Test
    void rule6AnEntryCarriesWhoAndFromWhere() {
        var command = newCommand();
        var said = Statements.of(registered(command, 41));
        assertThat(said.actor()).isEqualTo(Actors.user(41));
        assertThat(said.requestId()).isEqualTo("req-" + command);
        assertThat(said.at()).isEqualTo(Happenings.NOON);
    }

    @Test
    void rule6DetailsHoldIdsCodesAndLimits() {
        var command = newCommand();
        assertThat(Statements.of(registered(command, 41)).details().text())
                .isEqualTo(
                        "{\"id\":7,\"bot_id\":4711,\"status\":\"pending\",\"limits\":{\"max_requests_per_second\":30,"
                                + "\"max_concurrent_requests\":10},\"command_id\":\"" + command + "\"}");
    }

    @Test
    void rule6DetailsHoldNoTextsOfAnybody() {
        var command = newCommand();
        var refused = new CommandRefused(
                head(command, 41, "command_refused"),
                "register_bot",
                new Refusal(RefusalCode.BOT_ALREADY_EXISTS, "a sentence for people"));
        var failed = new BotVerificationFailed(
                head(command, 41, "bot_verification_failed"),
                new BotRowId(7),
                BotStatus.ERROR,
                VerificationFailure.TOKEN_REJECTED,
                "a sentence for people");
        assertThat(Statements.of(refused).details().text())
                .contains("\"code\":\"bot_already_exists\"")
                .doesNotContain("sentence");
        assertThat(Statements.of(failed).details().text())
                .contains("\"reason\":\"token_rejected\"")
                .doesNotContain("sentence");
        assertThat(Statements.of(verified(command, 41)).details().text()).doesNotContain("A Bot");
    }

    @Test
    void outcomesAreTheFourStableWords() {
        var command = newCommand();
        assertThat(Statements.of(registered(command, 41)).outcome().word()).isEqualTo("ok");
        assertThat(Statements.of(new CommandRefused(
                                head(command, 41, "command_refused"),
                                "register_bot",
                                new Refusal(RefusalCode.BOT_ALREADY_EXISTS, "no")))
                        .outcome()
                        .word())
                .isEqualTo("refused");
        assertThat(Statements.of(Happenings.loginFailed(Actors.nobody()))
                        .outcome()
                        .word())
                .isEqualTo("denied");
    }

    @Test
    void textInDetailsIsEscapedSoThatItStaysJson() {
        assertThat(Details.none().with("code", "a\"b\\c\nd\0").json().text())
                .isEqualTo("{\"code\":\"a\\\"b\\\\c\\u000ad\uFFFD\"}");
    }
}
