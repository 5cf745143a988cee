package io.botyard.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.contract.Actor;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class ChainPropertiesTest {
    private static final UserId USER = new UserId(41);

    @Property(tries = 200)
    void everyEntryFollowsTheOneBeforeIt(@ForAll("statements") List<Statement> said) {
        var head = ChainHead.genesis(USER);
        for (var entry : chain(said)) {
            assertThat(entry.follows(head)).isTrue();
            head = entry.head();
        }
        assertThat(head.seq()).isEqualTo(said.size());
    }

    @Property(tries = 200)
    void theSameStatementsAlwaysGiveTheSameChain(@ForAll("statements") List<Statement> said) {
        assertThat(chain(said)).isEqualTo(chain(said));
    }

    @Property(tries = 200)
    void anEntryThatIsLeftOutIsMissed(
            @ForAll("statements") @Size(min = 2, max = 8) List<Statement> said, @ForAll int which) {
        var chain = chain(said);
        var left = Math.floorMod(which, chain.size() - 1);
        assertThat(chain.get(left + 1)
                        .follows(
                                left == 0
                                        ? ChainHead.genesis(USER)
                                        : chain.get(left - 1).head()))
                .isFalse();
    }

    @Property(tries = 500)
    void whateverIsChangedInAnEntryBreaksIt(
            @ForAll("statement") Statement said, @ForAll("changes") UnaryOperator<Statement> change) {
        var entry = ChainHead.genesis(USER).next(said);
        var changed = change.apply(said);
        if (!changed.equals(said)) {
            assertThat(new Entry(entry.seq(), changed, entry.hash()).follows(ChainHead.genesis(USER)))
                    .isFalse();
        }
    }

    @Property(tries = 200)
    void textMovedFromOneFieldToTheNextIsAnotherEntry(@ForAll("statement") Statement said) {
        var actor = said.actor();
        var before = with(said, new Actor(actor.id(), actor.role(), actor.via(), "ab", "c"));
        var after = with(said, new Actor(actor.id(), actor.role(), actor.via(), "a", "bc"));
        var absent = with(said, new Actor(actor.id(), actor.role(), actor.via(), null, "c"));
        var empty = with(said, new Actor(actor.id(), actor.role(), actor.via(), "", "c"));
        assertThat(hash(before)).isNotEqualTo(hash(after));
        assertThat(hash(absent)).isNotEqualTo(hash(empty));
    }

    @Property(tries = 20)
    void aStatementOfAnotherTrailIsNotTaken(@ForAll("statement") Statement said) {
        assertThatThrownBy(() -> ChainHead.genesis(new UserId(42)).next(said))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<Statement>> statements() {
        return statement().list().ofMinSize(2).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Statement> statement() {
        var texts = Arbitraries.strings().ofMaxLength(80);
        var actors = Combinators.combine(
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.of(Role.values()),
                        Arbitraries.of(Via.values()),
                        texts.injectNull(0.3),
                        texts.injectNull(0.3))
                .as((id, role, via, ip, agent) -> new Actor(new UserId(id), role, via, ip, agent));
        return Combinators.combine(
                        Arbitraries.create(UUID::randomUUID),
                        Arbitraries.longs().between(0, 4_000_000_000_000L),
                        actors,
                        Arbitraries.of("bot_registered", "bot_verified"),
                        Arbitraries.of(EntryOutcome.values()),
                        texts)
                .as((id, at, actor, action, outcome, text) -> new Statement(
                        new EventId(id),
                        USER,
                        Instant.ofEpochMilli(at),
                        actor,
                        action,
                        outcome,
                        Details.none().with("code", text).json(),
                        text));
    }

    @Provide
    Arbitrary<UnaryOperator<Statement>> changes() {
        return Arbitraries.of(
                s -> new Statement(
                        new EventId(UUID.randomUUID()),
                        USER,
                        s.at(),
                        s.actor(),
                        s.action(),
                        s.outcome(),
                        s.details(),
                        s.requestId()),
                s -> new Statement(
                        s.eventId(),
                        USER,
                        s.at().plusMillis(1),
                        s.actor(),
                        s.action(),
                        s.outcome(),
                        s.details(),
                        s.requestId()),
                s -> with(
                        s,
                        new Actor(
                                new UserId(s.actor().id().value() / 2),
                                s.actor().role(),
                                s.actor().via(),
                                s.actor().ip(),
                                s.actor().userAgent())),
                s -> with(
                        s,
                        new Actor(
                                s.actor().id(),
                                Role.SUPERADMIN,
                                s.actor().via(),
                                s.actor().ip(),
                                s.actor().userAgent())),
                s -> with(
                        s,
                        new Actor(
                                s.actor().id(),
                                s.actor().role(),
                                Via.SYSTEM,
                                s.actor().ip(),
                                s.actor().userAgent())),
                s -> with(
                        s,
                        new Actor(
                                s.actor().id(),
                                s.actor().role(),
                                s.actor().via(),
                                "192.0.2.1",
                                s.actor().userAgent())),
                s -> with(
                        s,
                        new Actor(
                                s.actor().id(),
                                s.actor().role(),
                                s.actor().via(),
                                s.actor().ip(),
                                "else")),
                s -> new Statement(
                        s.eventId(), USER, s.at(), s.actor(), "bot_removed", s.outcome(), s.details(), s.requestId()),
                s -> new Statement(
                        s.eventId(),
                        USER,
                        s.at(),
                        s.actor(),
                        s.action(),
                        EntryOutcome.DENIED,
                        s.details(),
                        s.requestId()),
                s -> new Statement(
                        s.eventId(), USER, s.at(), s.actor(), s.action(), s.outcome(), new Json("{}"), s.requestId()),
                s -> new Statement(s.eventId(), USER, s.at(), s.actor(), s.action(), s.outcome(), s.details(), "else"));
    }

    private static Statement with(Statement s, Actor actor) {
        return new Statement(
                s.eventId(), s.userId(), s.at(), actor, s.action(), s.outcome(), s.details(), s.requestId());
    }

    private static EntryHash hash(Statement said) {
        return ChainHead.genesis(USER).next(said).hash();
    }

    private static List<Entry> chain(List<Statement> said) {
        var chain = new ArrayList<Entry>();
        var head = ChainHead.genesis(USER);
        for (var statement : said) {
            chain.add(head.next(statement));
            head = chain.getLast().head();
        }
        return chain;
    }
}
