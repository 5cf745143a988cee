package io.botyard.worker.guarantee;

import io.botyard.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every taking of a partition, as Postgres committed it. */
final class Takeovers {

    /** One of them. */
    record Takeover(int partition, long epoch, Instant at) {}

    private final TestDatabase database;

    private Takeovers(TestDatabase database) {
        this.database = database;
    }

    /** Watches from now on, if nobody does yet. */
    static Takeovers of(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists public.takeover (partition int, epoch bigint, at timestamptz);
                    create or replace function public.note_takeover() returns trigger language plpgsql security definer as $$
                    begin
                        insert into public.takeover values (new.partition, new.epoch, clock_timestamp());
                        return null;
                    end $$;
                    create or replace trigger note_takeover after update of epoch on bots.ownership
                    for each row execute function public.note_takeover()""");
        }
        return new Takeovers(database);
    }

    List<Takeover> since(Instant start) throws SQLException {
        var found = new ArrayList<Takeover>();
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("select * from public.takeover order by at")) {
            while (rows.next()) {
                var at = rows.getTimestamp("at").toInstant();
                if (at.isAfter(start)) {
                    found.add(new Takeover(rows.getInt("partition"), rows.getLong("epoch"), at));
                }
            }
        }
        return found;
    }
}
