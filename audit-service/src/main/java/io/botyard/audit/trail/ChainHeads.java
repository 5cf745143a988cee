package io.botyard.audit.trail;

import io.botyard.audit.entry.ChainHead;
import io.botyard.audit.entry.EntryHash;
import io.botyard.contract.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last link of every user's chain. */
@Component
final class ChainHeads {
    private final JdbcClient sql;

    ChainHeads(JdbcClient sql) {
        this.sql = sql;
    }

    /** The heads of these users, begun where missing, and nobody else's to extend until the transaction ends. */
    Map<UserId, ChainHead> lock(Collection<UserId> users) {
        var ids = users.stream().map(UserId::value).distinct().sorted().toArray(Long[]::new);
        var heads = locked(ids);
        if (heads.size() < ids.length) {
            begin(ids);
            heads = locked(ids);
        }
        return heads.stream().collect(Collectors.toMap(ChainHead::userId, Function.identity()));
    }

    private void begin(Long[] ids) {
        sql.sql("""
                        INSERT INTO audit.chain_heads (user_id, seq, hash)
                        SELECT id, 0, ? FROM unnest(?) id ORDER BY id ON CONFLICT DO NOTHING""").params(EntryHash.GENESIS.hex(), ids).update();
    }

    private List<ChainHead> locked(Long[] ids) {
        return sql.sql("""
                        SELECT user_id, seq, hash FROM audit.chain_heads WHERE user_id = ANY (?)
                        ORDER BY user_id FOR UPDATE""")
                .param(ids)
                .query((row, _) -> new ChainHead(
                        new UserId(row.getLong("user_id")), row.getLong("seq"), new EntryHash(row.getString("hash"))))
                .list();
    }

    void move(Collection<ChainHead> heads) {
        sql.sql("""
                        UPDATE audit.chain_heads head SET seq = moved.seq, hash = moved.hash
                        FROM unnest(?, ?, ?) moved (user_id, seq, hash) WHERE head.user_id = moved.user_id""")
                .params(
                        heads.stream().map(head -> head.userId().value()).toArray(Long[]::new),
                        heads.stream().map(ChainHead::seq).toArray(Long[]::new),
                        heads.stream().map(head -> head.hash().hex()).toArray(String[]::new))
                .update();
    }
}
