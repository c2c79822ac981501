package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.gatesmith.host.repository.LauncherStage.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script on a staged machine: which JDK it takes, when it builds, what it installs, what it passes on. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
final class LauncherTest {

    private static final int TOOL_MISSING = 3;
    private static final int BUILD_FAILED = 4;

    private LauncherStage stage;

    @BeforeEach
    void stageAMachineWithMaven(@TempDir Path folder) throws IOException {
        stage = new LauncherStage(folder).maven("3.9.9");
    }

    @Nested
    final class FindingAJdk {

        @Test
        void takesJavaHomeBeforeAllOthers() throws Exception {
            stage.jdk("a", "25.0.1")
                    .jdk("b", "25.0.2")
                    .with("JAVA_HOME", stage.path("jdks/b").toString());

            assertThat(jdkUsed()).isEqualTo("b");
        }

        @Test
        void passesOverAJavaHomeThatIsTooOld() throws Exception {
            stage.jdk("old", "17.0.9")
                    .jdk("new", "25.0.1")
                    .with("JAVA_HOME", stage.path("jdks/old").toString());

            assertThat(jdkUsed()).isEqualTo("new");
        }

        @Test
        void followsTheLinkOfJavaOnThePath() throws Exception {
            stage.jdk("a", "25.0.1").jdk("b", "25.0.2");
            Files.createSymbolicLink(stage.path("bin/java"), stage.path("jdks/b/bin/java"));

            assertThat(jdkUsed()).isEqualTo("b");
        }

        @Test
        void prefersTheReleaseItIsWrittenForToANewerOne() throws Exception {
            stage.jdk("a", "26").jdk("b", "25.0.1");

            assertThat(jdkUsed()).isEqualTo("b");
        }

        @Test
        void takesANewerReleaseIfThereIsNoOther() throws Exception {
            stage.jdk("a", "1.8.0_402").jdk("b", "26.0.1");

            assertThat(jdkUsed()).isEqualTo("b");
        }

        @Test
        void passesOverAJavaRuntimeWithoutCompiler() throws Exception {
            stage.jdk("a", "25.0.1").jdk("b", "25.0.1");
            Files.delete(stage.path("jdks/a/bin/javac"));

            assertThat(jdkUsed()).isEqualTo("b");
        }

        @Test
        void saysHowToGetOneWhenThereIsNone() throws Exception {
            Outcome outcome = stage.jdk("a", "21.0.1").run("list");

            assertThat(outcome.exitCode()).isEqualTo(TOOL_MISSING);
            assertThat(outcome.errors())
                    .contains("no JDK 25 or newer")
                    .contains("sdk install java 25")
                    .contains("apt-get install temurin-25-jdk")
                    .contains("JAVA_HOME");
        }

        private String jdkUsed() throws IOException, InterruptedException {
            // The build's state names the JDK that the cache was made with.
            assertThat(stage.run("list").exitCode()).isZero();
            String cacheJdk =
                    Files.readAllLines(stage.path("project/.gatesmith/build")).get(2);
            String home = cacheJdk.substring(0, cacheJdk.lastIndexOf(' '));
            return Path.of(home).getFileName().toString();
        }
    }

    @Nested
    final class PassingOn {

        @BeforeEach
        void aJdk() throws IOException {
            stage.jdk("jdk", "25.0.1");
        }

        @Test
        void argumentsArriveAsTheyAre() throws Exception {
            Outcome outcome = stage.run("run", "a b", "*", "", "@file", "--set=X=\"1\"", "\\", "$HOME");

            assertThat(outcome.arguments())
                    .containsExactly("run", "a b", "*", "", "@file", "--set=X=\"1\"", "\\", "$HOME");
        }

        @Test
        void theExitCodeOfTheCommandIsKept() throws Exception {
            assertThat(stage.with("EXIT_CODE", "1").run("run").exitCode()).isEqualTo(1);
        }

        @Test
        void theCommandTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
            stage.run("list");
            Process process = stage.start(stage.launcher(), "run");

            assertThat(LauncherStage.finish(process).output()).startsWith("process " + process.pid() + "\n");
        }

        @Test
        void standardOutputIsTheCommandsAlone() throws Exception {
            assertThat(stage.run("run").output()).startsWith("process ");
        }

        @Test
        void aLinkToTheLauncherWorksFromAnywhere() throws Exception {
            Path link = Files.createSymbolicLink(stage.path("home/gs"), stage.launcher());

            assertThat(LauncherStage.finish(stage.start(link, "list")).arguments())
                    .containsExactly("list");
        }

        @Test
        void optionsForTheJvmComeFromTheEnvironment() throws Exception {
            assertThat(stage.with("GATESMITH_JAVA_OPTS", "-Xmx8g -Da=b")
                            .run("run")
                            .output())
                    .contains("<-Xmx8g>\n<-Da=b>\n");
        }

        @Test
        void longRunsKeepTheOptimisingCompiler() throws Exception {
            assertThat(stage.run("run", "gemm_i8").output()).doesNotContain("TieredStopAtLevel");
            assertThat(stage.run("list").output()).contains("TieredStopAtLevel=1");
        }

        /** Translating a kernel to Verilog takes seconds, half of which went into optimising the translator. */
        @Test
        void commandsThatOnlyTranslateOrSimulateDoWithoutTheOptimisingCompiler() throws Exception {
            assertThat(stage.run("run", "gemm_i8", "--on", "rtl", "--size", "m=1")
                            .output())
                    .contains("TieredStopAtLevel=1");
            assertThat(stage.run("run", "gemm_i8", "--on=rtl").output()).contains("TieredStopAtLevel=1");
            assertThat(stage.run("schedule", "gemm_i8").output()).contains("TieredStopAtLevel=1");
        }
    }

    @Nested
    final class Building {

        @BeforeEach
        void aJdk() throws IOException {
            stage.jdk("jdk", "25.0.1");
        }

        @Test
        void happensOnceWhileNothingChanges() throws Exception {
            assertThat(stage.run("list").errors()).contains("building");
            assertThat(stage.run("list").errors()).isEmpty();
            assertThat(stage.builds()).singleElement().asString().contains("package");
        }

        @Test
        void happensAgainWhenASourceChanges() throws Exception {
            stage.run("list");
            stage.write("project/hls-gen/src/main/java/Source.java", "class Source { int changed; }");

            assertThat(buildsAfterAnotherRun()).isEqualTo(2);
        }

        @Test
        void happensAgainWhenASourceIsPutBackWithAnOldDate() throws Exception {
            stage.run("list");
            Path source = stage.write("project/hls-gen/src/main/java/Source.java", "class Source { int old; }");
            Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

            assertThat(buildsAfterAnotherRun()).isEqualTo(2);
        }

        @Test
        void happensAgainWhenASourceIsAdded() throws Exception {
            stage.run("list");
            stage.write("project/kernels/api/src/main/resources/board.json", "{}");

            assertThat(buildsAfterAnotherRun()).isEqualTo(2);
        }

        @Test
        void happensAgainWhenASourceIsRemoved() throws Exception {
            stage.run("list");
            Files.delete(stage.path("project/kernels/api/src/main/java/Kernel.java"));

            assertThat(buildsAfterAnotherRun()).isEqualTo(2);
        }

        @Test
        void happensAgainWhenAPomChanges() throws Exception {
            stage.run("list");
            stage.write("project/hls-gen/pom.xml", "<project><!-- another --></project>");

            assertThat(buildsAfterAnotherRun()).isEqualTo(2);
        }

        @Test
        void happensAgainWhereTheProjectWasCopiedTo() throws Exception {
            stage.run("list");
            Files.move(stage.project(), stage.path("elsewhere"));
            LauncherStage.finish(stage.start(stage.path("elsewhere/gatesmith"), "list"));

            assertThat(stage.builds()).hasSize(2);
        }

        @Test
        void isTakenAsItIsWhereThePathHoldsNoTools() throws Exception {
            stage.run("list");
            Outcome outcome = stage.with("PATH", stage.path("empty").toString()).run("list");

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.errors()).isEmpty();
            assertThat(stage.builds()).hasSize(1);
        }

        @Test
        void isNotNeededForTestsNorForTheFilesThatEditorsLeaveBehind() throws Exception {
            stage.run("list");
            stage.write("project/hls-gen/src/test/java/SourceTest.java", "class SourceTest {}");
            stage.write("project/hls-gen/src/main/java/.Source.java.swp", "");
            stage.write("project/hls-gen/src/main/java/Source.java~", "");

            assertThat(buildsAfterAnotherRun()).isEqualTo(1);
        }

        @Test
        void showsItsErrorsAndItsLogWhenItFails() throws Exception {
            stage.write("broken", "");
            Outcome outcome = stage.run("list");

            assertThat(outcome.exitCode()).isEqualTo(BUILD_FAILED);
            assertThat(outcome.errors())
                    .contains("Broken.java:[1,2] no such thing")
                    .contains(".gatesmith/build.log");
        }

        @Test
        void isTriedAgainAfterAFailure() throws Exception {
            Path broken = stage.write("broken", "");
            stage.run("list");
            Files.delete(broken);

            assertThat(stage.run("list").exitCode()).isZero();
        }

        @Test
        void leavesTheLastGoodBuildAloneWhenItFails() throws Exception {
            stage.run("list");
            String before = Files.readString(stage.path("project/.gatesmith/build"));
            stage.write("broken", "");
            stage.write("project/hls-gen/src/main/java/Source.java", "class Source { error }");
            stage.run("list");

            assertThat(stage.path("project/.gatesmith/build")).hasContent(before);
        }

        @Test
        void keepsTheBuildBeforeForCommandsThatStillRunButNoOlderOnes() throws Exception {
            for (int i = 0; i < 4; i++) {
                stage.write("project/hls-gen/src/main/java/Source.java", "class Source { int v = " + i + "; }");
                stage.run("list");
            }

            assertThat(stage.filesUnder("project/.gatesmith/builds"))
                    .filteredOn(file -> file.endsWith("app.jar"))
                    .hasSize(2);
        }

        @Test
        void isDoneByOneOfTwoThatStartTogether() throws Exception {
            buildTogether();
        }

        @Test
        void isDoneByOneOfTwoWhereThereIsNoFlock() throws Exception {
            Files.delete(stage.path("bin/flock"));
            buildTogether();
        }

        @Test
        void isNotHeldUpByTheLockOfABuildThatWasKilled() throws Exception {
            Files.delete(stage.path("bin/flock"));
            Process killed = new ProcessBuilder("/bin/sh", "-c", ":").start();
            killed.waitFor();
            stage.write("project/.gatesmith/lock.owner", killed.pid() + "\n");

            assertThat(stage.run("list").exitCode()).isZero();
        }

        private void buildTogether() throws IOException, InterruptedException {
            assertThat(new ProcessBuilder("mkfifo", stage.path("gate").toString())
                            .start()
                            .waitFor())
                    .isZero();
            Process first = stage.start(stage.launcher(), "list");
            BufferedReader firstErrors = first.errorReader();
            assertThat(firstErrors.readLine()).contains("building");
            Process second = stage.start(stage.launcher(), "list");
            assertThat(second.errorReader().readLine()).contains("waiting for another build");
            // The first build is held at the gate until here.
            Files.writeString(stage.path("gate"), "go\n");

            assertThat(first.waitFor()).isZero();
            assertThat(second.waitFor()).isZero();
            assertThat(stage.builds()).hasSize(1);
        }

        private int buildsAfterAnotherRun() throws IOException, InterruptedException {
            assertThat(stage.run("list").exitCode()).isZero();
            return stage.builds().size();
        }
    }

    @Nested
    final class FastStart {

        @Test
        void usesTheCacheOfTheTrainingRun() throws Exception {
            stage.jdk("jdk", "25.0.1").run("list");

            assertThat(stage.run("list").output()).contains("cache.options>");
            assertThat(cacheOptions()).contains("-XX:AOTCache=").contains(".aot");
        }

        @Test
        void isPreparedAnewForAnotherJdkWithoutAnotherBuild() throws Exception {
            stage.jdk("a", "25.0.1").run("list");
            String before = cacheOptions();
            Outcome outcome = stage.jdk("a", "25.0.2").run("list");

            assertThat(outcome.errors()).contains("fast start").doesNotContain("building");
            assertThat(cacheOptions()).isNotEqualTo(before);
        }

        @Test
        void isForgoneWhereTheJvmCannotDoIt() throws Exception {
            stage.jdk("jdk", "25.0.1").executable("jdks/jdk/bin/java", """
                    #!/bin/sh
                    case $* in *AOT*) exit 1 ;; esac
                    printf '<%s>\\n' "$@"
                    """);

            assertThat(stage.run("list").errors()).contains("cache.log");
            assertThat(stage.run("list").errors()).isEmpty();
            assertThat(stage.run("list").output()).contains("<list>").doesNotContain("cache.options");
        }

        private String cacheOptions() throws IOException {
            Path options = stage.filesUnder("project/.gatesmith/builds").stream()
                    .filter(file -> file.endsWith("cache.options"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(options);
        }
    }

    @Nested
    final class ChoosingMaven {

        @BeforeEach
        void aJdk() throws IOException {
            stage.jdk("jdk", "25.0.1");
        }

        @Test
        void takesTheOneOnThePath() throws Exception {
            stage.mavenWrapper().run("list");

            assertThat(stage.builds()).singleElement().asString().startsWith("mvn ");
        }

        @Test
        void takesTheWrapperWhereTheOneOnThePathIsTooOld() throws Exception {
            stage.maven("3.6.3").mavenWrapper().run("list");

            assertThat(stage.builds()).singleElement().asString().startsWith("mvnw ");
        }

        @Test
        void acceptsALaterMajorVersion() throws Exception {
            stage.maven("4.0.0").mavenWrapper().run("list");

            assertThat(stage.builds()).singleElement().asString().startsWith("mvn ");
        }

        @Test
        void saysWhatToInstallWhereThereIsNoneAndNoNetwork() throws Exception {
            Files.delete(stage.path("bin/mvn"));
            stage.executable("project/mvnw", "#!/bin/sh\necho cannot fetch; exit 1\n");
            Outcome outcome = stage.run("list");

            assertThat(outcome.exitCode()).isEqualTo(TOOL_MISSING);
            assertThat(outcome.errors()).contains("apt-get install maven");
        }
    }

    @Nested
    final class InstallingPackages {

        @BeforeEach
        void aptAndNoCompiler() throws IOException {
            stage.jdk("jdk", "25.0.1").program("apt-get", """
                    #!/bin/sh
                    echo "$DEBIAN_FRONTEND $*" >>"$STAGE/apt.txt"
                    """);
        }

        @Test
        void isDoneByDemoForRoot() throws Exception {
            asUser(0);
            stage.run("demo");

            assertThat(aptCalls())
                    .contains("noninteractive")
                    .contains(" update")
                    .contains("install -y")
                    .contains("g++");
        }

        @Test
        void isDoneThroughSudoThatNeedsNoPassword() throws Exception {
            asUser(1000);
            stage.program("sudo", "#!/bin/sh\n[ \"$1\" = -n ] && shift\n[ \"$1\" = true ] || \"$@\"\n")
                    .run("setup");

            assertThat(aptCalls()).contains("install -y").contains("g++");
        }

        @Test
        void isLeftToTheUserWhereItWouldNeedAPassword() throws Exception {
            asUser(1000);
            Outcome outcome = stage.program("sudo", "#!/bin/sh\nexit 1\n").run("test");

            assertThat(outcome.exitCode()).isEqualTo(TOOL_MISSING);
            assertThat(outcome.errors()).contains("apt-get update && apt-get install -y g++");
            assertThat(aptCalls()).isEmpty();
        }

        @Test
        void isDoneForDemoOnlyAsFarAsItNeeds() throws Exception {
            asUser(0);
            stage.program("g++", "#!/bin/sh\n").run("demo");
            assertThat(aptCalls()).isEmpty();

            stage.run("setup");
            assertThat(aptCalls()).contains("install -y").contains("tcl");
        }

        @Test
        void isNotDoneByAnyOtherCommand() throws Exception {
            asUser(0);
            stage.run("run", "demo");

            assertThat(aptCalls()).isEmpty();
        }

        @Test
        void leavesMavenOutWhereTheWrapperWorks() throws Exception {
            asUser(0);
            Files.delete(stage.path("bin/mvn"));
            stage.mavenWrapper().run("demo");

            assertThat(aptCalls()).contains("g++").doesNotContain("maven");
        }

        @Test
        void bringsMavenWhereTheWrapperCannot() throws Exception {
            asUser(0);
            Files.delete(stage.path("bin/mvn"));
            stage.executable("project/mvnw", "#!/bin/sh\nexit 1\n").run("demo");

            assertThat(aptCalls()).contains("install -y --no-install-recommends maven");
        }

        @Test
        void isNotDoneForABrowserWhereAnyIsThere() throws Exception {
            asUser(0);
            stage.program("google-chrome", "#!/bin/sh\n").run("setup");

            assertThat(aptCalls()).contains("tcl").doesNotContain("chromium");
        }

        @Test
        void goesOnWhereOnlyTheBrowserCannotBeInstalled() throws Exception {
            asUser(0);
            Outcome outcome = stage.program("apt-get", "#!/bin/sh\ncase $* in *chromium*) exit 100 ;; esac\n")
                    .run("setup");

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.errors()).contains("going on without: chromium");
            assertThat(outcome.output()).containsPattern("chromium +missing");
        }

        @Test
        void showsWhatAptSaidWhenItFails() throws Exception {
            asUser(0);
            Outcome outcome = stage.program("apt-get", "#!/bin/sh\necho E: no such package\nexit 100\n")
                    .run("setup");

            assertThat(outcome.exitCode()).isEqualTo(TOOL_MISSING);
            assertThat(outcome.errors()).contains("E: no such package");
        }

        private void asUser(int id) throws IOException {
            stage.program("id", "#!/bin/sh\necho " + id + "\n");
        }

        private String aptCalls() throws IOException {
            Path calls = stage.path("apt.txt");
            return Files.exists(calls) ? Files.readString(calls) : "";
        }
    }

    @Nested
    final class Testing {

        @Test
        void runsMavenWithAllChecksAndItsExitCode() throws Exception {
            stage.jdk("jdk", "25.0.1")
                    .program("g++", "#!/bin/sh\n")
                    .program("tclsh", "#!/bin/sh\n")
                    .program("verilator", "#!/bin/sh\n")
                    .program("iverilog", "#!/bin/sh\n")
                    .program("yosys", "#!/bin/sh\n")
                    .with("OCL_ICD_VENDORS", stage.path("vendors").toString());
            stage.write("vendors/pocl.icd", "");
            stage.write("broken", "");
            Outcome outcome = stage.run("test", "-pl", "hls-gen");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.output()).contains("Broken.java");
            assertThat(stage.builds())
                    .singleElement()
                    .asString()
                    .endsWith(" verify -pl hls-gen")
                    .doesNotContain("quick");
        }
    }
}
