package io.botyard.acceptance.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** What the three services and their contract are made of; tests and the parts under {@code infra} have their own life. */
public final class ProductCode implements ImportOption {

    private static final Pattern OURS =
            Pattern.compile(".*/io/botyard/(contract|keyfile|secret|ratelimit|start|tracing|gateway|worker|audit)/.*");

    @Override
    public boolean includes(Location location) {
        return location.matches(OURS) && !location.contains("/test-classes/");
    }
}
