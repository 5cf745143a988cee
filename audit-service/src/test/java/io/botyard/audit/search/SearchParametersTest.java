package io.botyard.audit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.botyard.audit.entry.EntryOutcome;
import io.botyard.audit.entry.EntryPlace;
import io.botyard.audit.entry.FieldProblem;
import io.botyard.audit.entry.InvalidQuery;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class SearchParametersTest {
    @Test
    void withoutParametersTheNewestFiftyAreSearched() {
        var search = read();
        assertThat(search.limit()).isEqualTo(50);
        assertThat(search.before()).isNull();
        assertThat(search.filter().userId()).isNull();
    }

    @Test
    void everyParameterIsRead() {
        var search = read(
                "user_id",
                "41",
                "actor_id",
                "1",
                "action",
                "bot_registered",
                "outcome",
                "ok",
                "from",
                "2026-03-01T12:00:00Z",
                "to",
                "2026-03-02T00:00:00.5+01:00",
                "limit",
                "200");
        assertThat(search.filter().userId()).isEqualTo(new UserId(41));
        assertThat(search.filter().actorId()).isEqualTo(new UserId(1));
        assertThat(search.filter().action()).isEqualTo("bot_registered");
        assertThat(search.filter().outcome()).isEqualTo(EntryOutcome.OK);
        assertThat(search.filter().from()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(search.filter().to()).isEqualTo(Instant.parse("2026-03-01T23:00:00.5Z"));
        assertThat(search.limit()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "limit, -1",
        "limit, many",
        "limit, 99999999999999999999",
        "user_id, -1",
        "user_id, x",
        "user_id, 99999999999999999999",
        "actor_id, 1.5",
        "action, Bot-Registered",
        "outcome, OK",
        "outcome, fine",
        "from, yesterday",
        "from, 2026-03-01",
        "to, +999999999-01-01T00:00:00Z",
        "to, 1969-12-31T23:59:59Z",
        "cursor, !!!",
        "cursor, AAAA",
        "surname, x"
    })
    void whatIsNotAsItMustBeIsNamed(String field, String value) {
        assertThat(problems(field, value)).extracting(FieldProblem::field).containsExactly(field);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problems("limit", "0", "outcome", "fine")).hasSize(2);
    }

    @Test
    void aSearchThatEndsBeforeItBeginsIsRefused() {
        assertThat(problems("from", "2026-03-02T00:00:00Z", "to", "2026-03-01T00:00:00Z"))
                .extracting(FieldProblem::field)
                .containsExactly("to");
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        assertThat(problems("limit", "1", "limit", "2"))
                .extracting(FieldProblem::code)
                .containsExactly("repeated");
    }

    @Test
    void noAnswerQuotesWhatWasSent() {
        assertThat(problems("outcome", "<script>").toString()).doesNotContain("script");
    }

    @Property(tries = 200)
    void aCursorComesBackAsThePlaceItWasMadeOf(@ForAll int seconds, @ForAll short user, @ForAll int seq) {
        var place = new EntryPlace(
                Instant.ofEpochSecond(seconds, 123_000_000), new UserId(Math.abs((long) user)), Math.abs((long) seq));
        assertThat(Cursor.read(Cursor.of(place))).contains(place);
    }

    @Property(tries = 500)
    void aCursorThatIsNotOursIsNoPlaceAndNoFailure(@ForAll String text) {
        assertThat(Cursor.read(text)).isEmpty();
    }

    private static List<FieldProblem> problems(String... query) {
        return catchThrowableOfType(InvalidQuery.class, () -> read(query)).problems();
    }

    private static SearchParameters.Search read(String... query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < query.length; i += 2) {
            parameters.add(query[i], query[i + 1]);
        }
        return SearchParameters.read(parameters);
    }
}
