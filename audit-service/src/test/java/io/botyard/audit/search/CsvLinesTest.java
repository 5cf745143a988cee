package io.botyard.audit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.entry.ChainHead;
import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryOutcome;
import io.botyard.audit.entry.Statement;
import io.botyard.contract.Actor;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody calls their browser, it stays text in a spreadsheet, and in its cell. */
class CsvLinesTest {
    private static final UserId USER = new UserId(41);

    @Test
    void aLineIsAsItsHeadingSays() {
        assertThat(new CsvLines().heading())
                .isEqualTo("seq,at,user_id,actor_id,actor_role,actor_ip,actor_user_agent,action,outcome,details,"
                        + "request_id,hash\r\n");
        assertThat(new CsvLines().of(by("curl/8")))
                .startsWith("1,2026-03-01T12:00:00.000Z,41,41,user,192.0.2.7,curl/8,bot_registered,ok,"
                        + "\"{\"\"id\"\":7,\"\"bot_id\"\":8}\",req-1,")
                .endsWith("\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\uFF1D1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "-"
            })
    void whatCouldBeAFormulaBeginsWithAnApostrophe(String agent) {
        assertThat(new CsvLines().of(by(agent)))
                .contains(",192.0.2.7,\"'" + agent.replace("\"", "\"\"") + "\",bot_registered,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\"b", "a\r\nb", "a\nb", "a,\"=1\",b"})
    void whatCouldEndACellIsQuoted(String agent) {
        assertThat(new CsvLines().of(by(agent)))
                .contains(",192.0.2.7,\"" + agent.replace("\"", "\"\"") + "\",bot_registered,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (X11; Linux x86_64)", "a=b", "a-b", "'quoted'", " "})
    void otherTextStaysAsItIs(String agent) {
        assertThat(new CsvLines().of(by(agent))).contains(",192.0.2.7," + agent + ",bot_registered,");
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(new CsvLines().of(by(null))).contains(",192.0.2.7,,bot_registered,");
    }

    private static Entry by(@Nullable String agent) {
        var actor = new Actor(USER, Role.USER, Via.SESSION, "192.0.2.7", agent);
        var says = new Statement(
                new EventId(new UUID(1, 2)),
                USER,
                Instant.parse("2026-03-01T12:00:00Z"),
                actor,
                "bot_registered",
                EntryOutcome.OK,
                new Json("{\"id\":7,\"bot_id\":8}"),
                "req-1");
        return ChainHead.genesis(USER).next(says);
    }
}
