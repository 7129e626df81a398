package jp.kenpo.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.DateFormat;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.regex.Pattern;
import jp.kenpo.gateway.operations.command.Commands;
import jp.kenpo.gateway.sandbox.SandboxGenerator;
import jp.kenpo.gateway.sandbox.SandboxMonth;
import jp.kenpo.gateway.sandbox.TransferLoad;
import org.apache.camel.Processor;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Value;

/** What the house rules say about code, held where a reader would overlook a breach. */
@AnalyzeClasses(packagesOf = GatewayApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "jp.kenpo.gateway";
    private static final String COMMANDS = Commands.class.getPackageName();

    /** My Number (個人番号) is a word of the domain. */
    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            "(Abstract|Base|Default|My(?!Number))[A-Z].*|.*(Impl|Manager|Helper|Utils?|Base|Data|Info)");

    private static final Pattern FORBIDDEN_PACKAGE = Pattern.compile(".*\\.(common|utils?|model|service)(\\..*)?");

    /** The measurements race Camel's own way through a file. */
    @ArchTest
    static final ArchRule camelIsKnownToRoutingAlone = noClasses()
            .that()
            .resideOutsideOfPackages("..routing..", "..bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule onlyTheLedgerSpeaksToADatabase = noClasses()
            .that()
            .resideOutsideOfPackages("..ledger..", "..retention..", "..disclosure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.flywaydb..",
                    "org.sqlite..",
                    "org.postgresql..",
                    "com.zaxxer..");

    @ArchTest
    static final ArchRule nobodyMapsObjectsToTables =
            noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule nobodyAsksForTheTimeWithoutAClock = noClasses().should(callMethodWhere(readsTheTime()));

    @ArchTest
    static final ArchRule clocksAreMadeWhereAnInstallationIsOpened = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(GatewayApplication.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(COMMANDS + ".Surroundings")
            .should(callMethodWhere(describe(
                    "Clock.system…",
                    call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system"))));

    @ArchTest
    static final ArchRule datesAreThoseOfJavaTime =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class, DateFormat.class);

    @ArchTest
    static final ArchRule onlyCommandsWriteToStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage("..operations.command..")
            .should(accessField(System.class, "out"))
            .orShould(accessField(System.class, "err"))
            .orShould(accessField(System.class, "in"))
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should(be(describe(
                    "named " + FORBIDDEN_NAME,
                    type -> FORBIDDEN_NAME.matcher(type.getSimpleName()).matches())));

    @ArchTest
    static final ArchRule aProcessorIsCamels =
            classes().that().haveSimpleNameEndingWith("Processor").should().beAssignableTo(Processor.class);

    /** The sandbox and Spring's start need the environment before there are settings; the start report says ports. */
    @ArchTest
    static final ArchRule theEnvironmentIsReadWhereConfigurationIsParsed = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(GatewayApplication.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(COMMANDS + ".Surroundings")
            .and()
            .resideOutsideOfPackage("..configuration..")
            .and()
            .haveNameNotMatching(".*\\.sandbox\\.Sandbox(Environment|Configuration)")
            .and()
            .haveNameNotMatching(".*\\.routing\\.(StartReport|RoutesConfiguration)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.core.env..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Value.class);

    @ArchTest
    static final ArchRule nobodyReadsTheProcessItself = noClasses()
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "getProperties");

    @ArchTest
    static final ArchRule nothingDependsOnRouting =
            noClasses().that().resideOutsideOfPackage("..routing..").should().dependOnClassesThat(in("routing"));

    @ArchTest
    static final ArchRule onlyTheConsoleAndTheEntryPointDependOnOperations = noClasses()
            .that()
            .resideOutsideOfPackages("..operations..", "..console..", ROOT)
            .should()
            .dependOnClassesThat(in("operations"));

    @ArchTest
    static final ArchRule nothingDependsOnTheConsole =
            noClasses().that().resideOutsideOfPackage("..console..").should().dependOnClassesThat(in("console"));

    @ArchTest
    static final ArchRule onlyACommandDependsOnTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackages("..sandbox..", COMMANDS)
            .should()
            .dependOnClassesThat(in("sandbox"));

    /** {@code sandbox generate}, {@code sandbox month} and {@code bench transfers} are the ways in: decision 0006. */
    @ArchTest
    static final ArchRule ofTheSandboxOnlyGeneratorMonthAndLoadAreUsed = noClasses()
            .that()
            .resideOutsideOfPackage("..sandbox..")
            .should()
            .dependOnClassesThat(in("sandbox")
                    .and(describe(
                            "are neither generator, month nor load",
                            type -> !type.getName().startsWith(SandboxGenerator.class.getName())
                                    && !type.getName().startsWith(SandboxMonth.class.getName())
                                    && !type.getName().startsWith(TransferLoad.class.getName()))));

    @ArchTest
    static void everyPackageIsNullMarkedAndNamedAfterACapability(JavaClasses all) {
        var packages = all.stream().map(JavaClass::getPackage).distinct().toList();
        assertThat(packages).isNotEmpty().allSatisfy(each -> {
            assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as("@NullMarked on %s", each.getName())
                    .isTrue();
            assertThat(each.getName()).doesNotMatch(FORBIDDEN_PACKAGE);
        });
    }

    private static DescribedPredicate<JavaClass> in(String module) {
        return resideInAPackage(ROOT + "." + module + "..");
    }

    private static DescribedPredicate<JavaMethodCall> readsTheTime() {
        return describe(
                "now() without a Clock, or currentTimeMillis()",
                call -> isNowWithoutClock(call.getTarget())
                        || (call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("currentTimeMillis")));
    }

    private static boolean isNowWithoutClock(MethodCallTarget method) {
        return method.getOwner().getPackageName().startsWith("java.time")
                && method.getName().equals("now")
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
