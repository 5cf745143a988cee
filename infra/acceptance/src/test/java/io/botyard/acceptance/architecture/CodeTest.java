package io.botyard.acceptance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.botyard.contract.Message;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.wire.MessageTypes;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Rules 5 to 12: handlers, messages, names, injection, time, packages and what is public. */
@AnalyzeClasses(packages = "io.botyard", importOptions = ProductCode.class)
class CodeTest {

    /** Whoever writes bots through {@code Changes}. */
    private static final String[] MAY_CHANGE = {
        "io.botyard.worker.control", "io.botyard.worker.call", "io.botyard.worker.store", "io.botyard.worker.intake"
    };

    @ArchTest
    static void rule5EveryControlCommandHasOneHandler(JavaClasses code) {
        var handlers = code.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.endsWith("Handler") && !name.equals("CommandHandler"))
                .filter(name -> MessageTypes.all().values().stream()
                        .anyMatch(type -> name.equals(type.getSimpleName() + "Handler")))
                .toList();
        var expected = Arrays.stream(ControlCommand.class.getPermittedSubclasses())
                .map(command -> command.getSimpleName() + "Handler")
                .toList();
        assertThat(handlers).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ArchTest
    static final ArchRule rule6MessagesAreRecords = classes()
            .that(are(assignableTo(Message.class)))
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .because("ADR 0011: what is said does not change");

    @ArchTest
    static final ArchRule rule7StateChangesInControlAndCall = noClasses()
            .that()
            .resideOutsideOfPackages(MAY_CHANGE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.botyard.worker.store.Changes")
            .because("ADR 0001: one way to change a bot; intake only ends what failed");

    @ArchTest
    static final ArchRule rule8ForbiddenWords = noClasses()
            .should()
            .haveNameMatching(".*\\.(Abstract\\w*|\\w*(Utils?|Helper|Manager|Impl|Base|Data|Info|Processor|Dto))")
            .because("ADR 0001: such a name means the noun is not found yet");

    @ArchTest
    static final ArchRule rule9ConstructorInjection = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("ADR 0001: what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule rule10NoHiddenClocks = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("ADR 0001: time is given");

    @ArchTest
    static final ArchRule rule10OneClock = noClasses()
            .that()
            .resideOutsideOfPackages("io.botyard.gateway", "io.botyard.worker", "io.botyard.audit")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .because("ADR 0001: time is given");

    @ArchTest
    static void rule11EveryPackageIsNullMarked(JavaClasses code) {
        var packages = code.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .filteredOn(pack -> !pack.getClasses().isEmpty() && !pack.isAnnotatedWith(NullMarked.class))
                .isEmpty();
    }

    @ArchTest
    static void rule12PublicMeansUsedFromAnotherPackage(JavaClasses code) {
        var unused = new TreeSet<String>();
        for (var type : code) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass() && !usedElsewhere(type)) {
                unused.add(type.getName());
            }
        }
        unused.removeAll(ENTRY_POINTS);
        assertThat(unused).isEmpty();
    }

    /** Used from elsewhere in ways that byte code does not show. */
    private static final Set<String> ENTRY_POINTS = Set.of(
            // started from the command line and by standalone
            "io.botyard.gateway.GatewayApplication",
            "io.botyard.worker.WorkerApplication",
            "io.botyard.audit.AuditApplication",
            // made by Kafka Streams from their names
            "io.botyard.audit.activity.streams.SetAside",
            "io.botyard.audit.activity.streams.BoundedMemory",
            // constants, which the compiler copies to where they are used
            "io.botyard.gateway.access.Claims",
            // made by Tomcat from its name
            "io.botyard.gateway.problems.ProblemValve");

    /** By code of another package, or as part of what a public neighbour gives and takes. */
    private static boolean usedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))
                || type.getPackage().getClasses().stream()
                        .filter(neighbour ->
                                neighbour != type && neighbour.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(neighbour -> neighbour.getCodeUnits().stream())
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .anyMatch(member -> member.getRawReturnType().equals(type)
                                || member.getRawParameterTypes().contains(type)
                                || member.getReturnType()
                                        .getAllInvolvedRawTypes()
                                        .contains(type));
    }
}
