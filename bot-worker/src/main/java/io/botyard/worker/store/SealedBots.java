package io.botyard.worker.store;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bots' secrets as rows, for sealing them anew. Doing so is no change of a bot: its version stays. */
@Repository
public class SealedBots {

    private static final String BEHIND = "key_version < :version and left_behind < :version";

    private final JdbcClient sql;
    private final Ownership ownership;
    private final KeyVersions versions;

    SealedBots(JdbcClient sql, Ownership ownership, KeyVersions versions) {
        this.sql = sql;
        this.ownership = ownership;
        this.versions = versions;
    }

    /** Users after this one, in order and so many at most, whose rows are behind this key. */
    public List<UserId> behind(int version, UserId after, int most) {
        return sql.sql("select user_id from bots.bot where " + BEHIND + " and user_id > :after order by user_id limit "
                        + most)
                .param("version", version)
                .param("after", after.value())
                .query((row, _) -> new UserId(row.getLong("user_id")))
                .list();
    }

    /** Those of these users' rows that are still behind it. */
    public List<SealedBot> of(Collection<UserId> users, int version) {
        return sql.sql("select user_id, token, mtproto from bots.bot where user_id = any(cast(:users as bigint[])) and "
                        + BEHIND)
                .param("users", users.stream().map(UserId::value).toArray(Long[]::new))
                .param("version", version)
                .query(SealedBots::read)
                .list();
    }

    /**
     * Keeps what was sealed anew, and that the others do not open; not where the user has replaced a secret meanwhile.
     *
     * @throws LeaseLost when the partition is another worker's
     */
    @Transactional
    public void replace(Lease lease, int version, List<Resealed> sealed, List<SealedBot> unreadable) {
        ownership.hold(lease);
        leave(version, unreadable);
        var replaced = replace(sealed);
        if (replaced > 0) {
            sql.sql("""
                            update bots.key_rotation set rows_reencrypted = rows_reencrypted + ?
                            where version = ? and finished_at is null""").params(replaced, version).update();
        }
    }

    private int replace(List<Resealed> sealed) {
        if (sealed.isEmpty()) {
            return 0;
        }
        return sql.sql("""
                        update bots.bot b
                        set token = s.new_token, mtproto = s.new_mtproto, key_version = s.key_version
                        from unnest(cast(:users as bigint[]), cast(:tokens as text[]), cast(:mtprotos as text[]),
                            cast(:newTokens as text[]), cast(:newMtprotos as text[]), cast(:versions as int[]))
                            as s (user_id, token, mtproto, new_token, new_mtproto, key_version)
                        where b.user_id = s.user_id and b.token = s.token and b.mtproto is not distinct from s.mtproto""")
                .param("users", column(sealed, one -> one.before().user().value(), Long[]::new))
                .param("tokens", column(sealed, one -> one.before().token().value(), String[]::new))
                .param("mtprotos", column(sealed, one -> text(one.before().mtproto()), String[]::new))
                .param("newTokens", column(sealed, one -> one.after().token().value(), String[]::new))
                .param("newMtprotos", column(sealed, one -> text(one.after().mtproto()), String[]::new))
                .param("versions", column(sealed, one -> keyVersion(one.after()), Integer[]::new))
                .update();
    }

    private void leave(int version, List<SealedBot> unreadable) {
        if (unreadable.isEmpty()) {
            return;
        }
        sql.sql("""
                        update bots.bot b set left_behind = :version
                        from unnest(cast(:users as bigint[]), cast(:tokens as text[]), cast(:mtprotos as text[]))
                            as s (user_id, token, mtproto)
                        where b.user_id = s.user_id and b.token = s.token and b.mtproto is not distinct from s.mtproto""")
                .param("version", version)
                .param("users", column(unreadable, one -> one.user().value(), Long[]::new))
                .param("tokens", column(unreadable, one -> one.token().value(), String[]::new))
                .param("mtprotos", column(unreadable, one -> text(one.mtproto()), String[]::new))
                .update();
    }

    private int keyVersion(SealedBot bot) {
        return SealedBot.keyVersion(versions, bot.token(), bot.mtproto());
    }

    private static SealedBot read(ResultSet row, int number) throws SQLException {
        var mtproto = row.getString("mtproto");
        return new SealedBot(
                new UserId(row.getLong("user_id")),
                new SealedSecret(row.getString("token")),
                mtproto == null ? null : new SealedSecret(mtproto));
    }

    private static @Nullable String text(@Nullable SealedSecret sealed) {
        return sealed == null ? null : sealed.value();
    }

    private static <T, V> V[] column(List<T> rows, Function<T, @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
