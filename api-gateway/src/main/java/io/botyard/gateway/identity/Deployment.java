package io.botyard.gateway.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this deployment was made with, once and for all. */
@Component
public class Deployment {

    private final JdbcClient jdbc;

    Deployment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The partition count of the first start; this one when this is the first. */
    public int partitions(int now) {
        jdbc.sql("INSERT INTO identity.deployment (partitions) VALUES (:now) ON CONFLICT DO NOTHING")
                .param("now", now)
                .update();
        return jdbc.sql("SELECT partitions FROM identity.deployment")
                .query(Integer.class)
                .single();
    }
}
