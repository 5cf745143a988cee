package io.botyard.worker.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A connection of their own for the leases: they are renewed also while everything else waits for the database. */
@Configuration(proxyBeanMethods = false)
class LeaseDatabase {

    static final String NAME = "leases";

    @Bean(name = NAME, defaultCandidate = false)
    HikariDataSource leases(HikariDataSource database) {
        var ours = new HikariConfig();
        database.copyStateTo(ours);
        ours.setPoolName(database.getPoolName() + "-" + NAME);
        ours.setMaximumPoolSize(1);
        ours.setMinimumIdle(1);
        return new HikariDataSource(ours);
    }
}
