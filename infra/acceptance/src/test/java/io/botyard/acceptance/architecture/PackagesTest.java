package io.botyard.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules 1 to 4: no cycles, the import table, pure packages, and technology only in its place. */
@AnalyzeClasses(packages = "io.botyard", importOptions = ProductCode.class)
class PackagesTest {

    @ArchTest
    static final ArchRule rule1NoPackageCycles = slices().matching("io.botyard.(**)")
            .should()
            .beFreeOfCycles()
            .because("ADR 0001: a ladder is read bottom-up");

    @ArchTest
    static final ArchRule rule2ServicesDoNotKnowEachOther = slices().matching("io.botyard.(gateway|worker|audit)..")
            .should()
            .notDependOnEachOther()
            .because("ADR 0001: services depend on common alone");

    @ArchTest
    static final ArchRule rule2WorkerBot = mayUse("worker.bot");

    @ArchTest
    static final ArchRule rule2WorkerTelegram = mayUse("worker.telegram", "secret", "ratelimit");

    @ArchTest
    static final ArchRule rule2WorkerStore = mayUse("worker.store", "worker.bot");

    @ArchTest
    static final ArchRule rule2WorkerFleet =
            mayUse("worker.fleet", "worker.bot", "worker.telegram", "worker.store", "secret");

    @ArchTest
    static final ArchRule rule2WorkerControl =
            mayUse("worker.control", "worker.bot", "worker.fleet", "worker.store", "secret");

    @ArchTest
    static final ArchRule rule2WorkerCall = mayUse(
            "worker.call", "worker.bot", "worker.fleet", "worker.telegram", "worker.store", "ratelimit", "tracing");

    @ArchTest
    static final ArchRule rule2WorkerIntake = mayUse(
            "worker.intake",
            "worker.bot",
            "worker.control",
            "worker.call",
            "worker.fleet",
            "worker.store",
            "secret",
            "tracing");

    @ArchTest
    static final ArchRule rule2KeyFile = mayUse("keyfile");

    @ArchTest
    static final ArchRule rule2Secret = mayUse("secret", "keyfile", "start");

    @ArchTest
    static final ArchRule rule2RateLimit = mayUse("ratelimit");

    @ArchTest
    static final ArchRule rule2Start = mayUse("start");

    @ArchTest
    static final ArchRule rule2Tracing = mayUse("tracing", "start");

    @ArchTest
    static final ArchRule rule2GatewayAccess = mayUse("gateway.access", "ratelimit");

    @ArchTest
    static final ArchRule rule2GatewayIdentity =
            mayUse("gateway.identity", "gateway.access", "ratelimit", "start", "keyfile");

    @ArchTest
    static final ArchRule rule2GatewayCommands = mayUse("gateway.commands", "gateway.access", "secret", "tracing");

    @ArchTest
    static final ArchRule rule2GatewayLive =
            mayUse("gateway.live", "gateway.access", "gateway.commands", "gateway.operations");

    @ArchTest
    static final ArchRule rule2AuditEntry = mayUse("audit.entry");

    @ArchTest
    static final ArchRule rule2AuditRows = mayUse("audit.rows");

    @ArchTest
    static final ArchRule rule2AuditTrail =
            mayUse("audit.trail", "audit.entry", "audit.rows", "keyfile", "start", "tracing");

    @ArchTest
    static final ArchRule rule2AuditOperations = mayUse("audit.operations", "audit.entry", "audit.rows");

    @ArchTest
    static final ArchRule rule2AuditActivity = mayUse("audit.activity", "audit.entry");

    @ArchTest
    static final ArchRule rule2AuditFleet = mayUse("audit.fleet", "audit.entry");

    @ArchTest
    static final ArchRule rule2AuditSearch = mayUse("audit.search", "audit.entry");

    @ArchTest
    static final ArchRule rule3PurePackages = classes()
            .that(resideInAnyPackage("io.botyard.worker.bot", "io.botyard.audit.entry", "io.botyard.audit.entry.proof"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "io.botyard.contract..",
                    "io.botyard.worker.bot",
                    "io.botyard.audit.entry",
                    "io.botyard.audit.entry.proof"))
            .because("ADR 0001: the model is read without knowing a framework");

    @ArchTest
    static final ArchRule rule3ContractIsPure = classes()
            .that(resideInAnyPackage("io.botyard.contract", "io.botyard.contract.command", "io.botyard.contract.event"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.annotation",
                    "io.botyard.contract",
                    "io.botyard.contract.command",
                    "io.botyard.contract.event"))
            .because("ADR 0011: messages are records that anything can read");

    @ArchTest
    static final ArchRule rule4Kafka = only(
            "org.apache.kafka..",
            "gateway.commands",
            "gateway.operations",
            "gateway.live",
            "worker.intake",
            "audit.trail",
            "audit.activity",
            "audit.fleet.kafka",
            "contract.wire");

    @ArchTest
    static final ArchRule rule3TracingIsPure = classes()
            .that(resideInAPackage("io.botyard.tracing"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.botyard.tracing"))
            .because("ADR 0038: where tracing is off, no class of it is loaded");

    @ArchTest
    static final ArchRule rule4OpenTelemetry = only("io.opentelemetry..", "tracing.otel");

    @ArchTest
    static final ArchRule rule4Hazelcast = noClasses()
            .that()
            .resideOutsideOfPackages("io.botyard..hazelcast", "io.botyard.gateway", "io.botyard.worker")
            .should()
            .dependOnClassesThat(resideInAPackage("com.hazelcast.."))
            .because("ADR 0007: it may be away, so few may know it");

    @ArchTest
    static final ArchRule rule4SpringInCommon = noClasses()
            .that()
            .resideInAnyPackage("io.botyard.contract..", "io.botyard.secret..", "io.botyard.ratelimit..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.."))
            .because("ADR 0001: what the services share is not tied to how they are put together");

    @ArchTest
    static final ArchRule rule4Sql = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.botyard..store..",
                    "io.botyard..trail..",
                    "io.botyard..operations..",
                    "io.botyard..identity..",
                    "io.botyard.audit.rows")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.springframework.data.."))
            .because("ADR 0013: each schema has its rooms");

    private static ArchRule mayUse(String own, String... others) {
        var allowed = new String[others.length + 2];
        allowed[0] = "io.botyard." + own + "..";
        allowed[1] = "io.botyard.contract..";
        for (var i = 0; i < others.length; i++) {
            allowed[i + 2] = "io.botyard." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("io.botyard." + own + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.botyard..").and(not(resideInAnyPackage(allowed))))
                .because("ADR 0001: the import table");
    }

    private static ArchRule only(String technology, String... rooms) {
        var allowed = new String[rooms.length];
        for (var i = 0; i < rooms.length; i++) {
            allowed[i] = "io.botyard." + rooms[i] + "..";
        }
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat(resideInAPackage(technology))
                .because("ADR 0001: a technology has its room");
    }
}
