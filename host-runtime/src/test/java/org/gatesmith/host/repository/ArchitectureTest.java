package org.gatesmith.host.repository;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.logging.Logger;
import org.jspecify.annotations.NullMarked;

/** The edges that the architecture allows between modules and between packages, and who may touch what is outside. */
@AnalyzeClasses(packages = "org.gatesmith", importOptions = ArchitectureTest.WithoutTests.class)
final class ArchitectureTest {

    private static final String API = "org.gatesmith.api..";
    private static final String LIBRARY = "org.gatesmith.library..";
    private static final String BOARD = "org.gatesmith.board..";
    private static final String COMPILER = "org.gatesmith.hls..";
    private static final String VENDOR = "org.gatesmith.vendor..";
    private static final String HOST = "org.gatesmith.host..";
    private static final String COMMAND_LINE = "org.gatesmith.host.cli..";

    /** Leaves out test classes, whichever folder the build uses. */
    static final class WithoutTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    // ---- modules

    @ArchTest
    static final ArchRule theKernelApiSeesNoOtherModule =
            nothingIn(API).dependsOn(LIBRARY, BOARD, COMPILER, VENDOR, HOST);

    @ArchTest
    static final ArchRule kernelsSeeOnlyTheApi = nothingIn(LIBRARY).dependsOn(BOARD, COMPILER, VENDOR, HOST);

    @ArchTest
    static final ArchRule boardsSeeNoOtherModule = nothingIn(BOARD).dependsOn(API, LIBRARY, COMPILER, VENDOR, HOST);

    @ArchTest
    static final ArchRule theCompilerSeesOnlyTheApiAndBoards =
            nothingIn(COMPILER).dependsOn(LIBRARY, VENDOR, HOST);

    @ArchTest
    static final ArchRule vendorToolsSeeOnlyBoards = nothingIn(VENDOR).dependsOn(API, LIBRARY, COMPILER, HOST);

    @ArchTest
    static final ArchRule everyClassBelongsToAModule =
            classes().should().resideInAnyPackage(API, LIBRARY, BOARD, COMPILER, VENDOR, HOST);

    // ---- packages

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.gatesmith.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule diagnosticsSeeNothingElseOfTheCompiler =
            compilerPackage("diag").seesNoneOf("ir", "signature", "frontend", "pass", "schedule", "emit", "interp");

    @ArchTest
    static final ArchRule theIrIsBelowAllThatWorksOnIt =
            compilerPackage("ir").seesNoneOf("frontend", "pass", "schedule", "emit", "interp");

    @ArchTest
    static final ArchRule theFrontEndEndsAtTheIr =
            compilerPackage("frontend").seesNoneOf("pass", "schedule", "emit", "interp");

    @ArchTest
    static final ArchRule passesKnowNeitherWhereTheIrComesFromNorWhereItGoes =
            compilerPackage("pass").seesNoneOf("frontend", "emit", "interp");

    @ArchTest
    static final ArchRule theSchedulerKnowsNeitherWhereTheIrComesFromNorWhereItGoes =
            compilerPackage("schedule").seesNoneOf("frontend", "emit", "interp");

    @ArchTest
    static final ArchRule backEndsStartAtTheIr = compilerPackage("emit").seesNoneOf("frontend", "interp");

    @ArchTest
    static final ArchRule theInterpreterJudgesPassesAndBackEndsWithoutTheirHelp =
            compilerPackage("interp").seesNoneOf("frontend", "pass", "schedule", "emit");

    // ---- the JDK and the libraries

    @ArchTest
    static final ArchRule javacIsUsedThroughItsExportedApi = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.tools..", "jdk.internal..", "sun..")
            .because("only com.sun.source, javax.tools and javax.lang.model are exported and supported");

    @ArchTest
    static final ArchRule onlyTheFrontEndReadsJavaTrees = noClasses()
            .that()
            .resideOutsideOfPackage("org.gatesmith.hls.frontend..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.source..");

    @ArchTest
    static final ArchRule onlyBackEndsAndTheReportLayOutTemplates = noClasses()
            .that()
            .resideOutsideOfPackages("org.gatesmith.hls.emit..", VENDOR, "org.gatesmith.host.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.velocity..");

    @ArchTest
    static final ArchRule onlyTheCommandLineParsesArguments = noClasses()
            .that()
            .resideOutsideOfPackage(COMMAND_LINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyTheEntryPointEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.gatesmith.host.cli.Gatesmith")
            .should()
            .callMethodWhere(call(System.class, "exit"))
            .orShould()
            .callMethodWhere(call(Runtime.class, "exit"))
            .orShould()
            .callMethodWhere(call(Runtime.class, "halt"));

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage(COMMAND_LINE)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethodWhere(target(name("printStackTrace")))
            .because("what a user reads is a value that the command line prints");

    @ArchTest
    static final ArchRule nothingLogs = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Logger.class.getPackageName(), "org.slf4j..", "org.apache.commons.logging..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(System.Logger.class)
            .because("what a user should know is a diagnostic or part of the report, not a line in a log");

    // ---- names and nulls

    @ArchTest
    static final ArchRule namesAreWordsOfTheDomain = classes()
            .should(ArchConditions.not(
                    ArchConditions.haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Data|Info)")))
            .because("such a name says nothing about what the class stands for");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(ArchConditions.be(inANullMarkedPackage()))
            .because("NullAway checks only packages whose package-info says @NullMarked");

    private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
        return DescribedPredicate.describe(
                "in a package annotated with @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static DescribedPredicate<JavaMethodCall> call(Class<?> type, String method) {
        return are(target(owner(name(type.getName()))).and(target(name(method))));
    }

    private static From nothingIn(String packages) {
        return new From(packages);
    }

    private static From compilerPackage(String name) {
        return new From("org.gatesmith.hls." + name + "..");
    }

    /** Half of a rule: the packages that it forbids something. They may be empty, as modules grow one by one. */
    private record From(String packages) {

        ArchRule dependsOn(String... forbidden) {
            return noClasses()
                    .that()
                    .resideInAPackage(packages)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true);
        }

        ArchRule seesNoneOf(String... siblings) {
            String[] forbidden = new String[siblings.length];
            for (int i = 0; i < siblings.length; i++) {
                forbidden[i] = "org.gatesmith.hls." + siblings[i] + "..";
            }
            return dependsOn(forbidden);
        }
    }
}
