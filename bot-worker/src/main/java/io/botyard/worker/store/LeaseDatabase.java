package io.botyard.worker.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A connection of their own for the leases: they are renewed also while everything else waits for the database. */
@Configuration(proxyBeanMethods = false)
class LeaseDatabase {

    static final String NAME = "leases";

    @Bean(name = NAME, defaultCandidate = false)
    HikariDataSource leases(DataSource database) throws SQLException {
        var everybodys = database.unwrap(HikariDataSource.class);
        var ours = new HikariConfig();
        everybodys.copyStateTo(ours);
        ours.setPoolName(everybodys.getPoolName() + "-" + NAME);
        ours.setMaximumPoolSize(1);
        ours.setMinimumIdle(1);
        return new HikariDataSource(ours);
    }
}
