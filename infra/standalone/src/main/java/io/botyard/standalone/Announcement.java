package io.botyard.standalone;

import java.util.ArrayList;
import java.util.List;

/** What the operator is told once everything runs. Its lines go to the console and never to a log. */
final class Announcement {

    private Announcement() {}

    static List<String> of(Standalone botyard, double seconds) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(line("Gateway", botyard.gateway() + "  (what a person or a program talks to; the API is at /docs)"));
        botyard.sandbox()
                .ifPresent(
                        sandbox -> lines.add(line("Sandbox", sandbox + "/sandbox/calls  (what Telegram was asked)")));
        lines.add(line("Audit", botyard.address(Door.AUDIT) + "  (for the gateway alone)"));
        lines.add(line(
                "Health",
                botyard.address(Door.GATEWAY_MANAGEMENT) + "/actuator/health, worker :"
                        + botyard.address(Door.WORKER_MANAGEMENT).getPort() + ", audit :"
                        + botyard.address(Door.AUDIT_MANAGEMENT).getPort()));
        lines.add(line("Kafka", botyard.kafka()));
        lines.add(line("PostgreSQL", botyard.databaseUrl()));
        lines.add(line("Data", botyard.directory() + "  (logs in logs/)"));
        lines.add(line("Telegram", botyard.telegram().spoken()));
        lines.add(line(
                "Throttles",
                "logins, registrations and creates are allowed " + ApplicationProperties.THROTTLES_TIMES
                        + " times as often as in a deployment"));
        lines.add(line("Superadmin", superadmin(botyard.admin())));
        lines.add("");
        lines.add("Botyard is ready in %.1f s. Ctrl-C stops it.".formatted(seconds));
        return lines;
    }

    private static String superadmin(FirstAdmin admin) {
        if (admin.news()) {
            return admin.email() + "  password " + admin.password().orElseThrow() + "  (also in first-admin)";
        }
        return admin.email() + "  (made at the first start; see first-admin)";
    }

    private static String line(String what, String where) {
        return "  %-11s %s".formatted(what, where);
    }
}
