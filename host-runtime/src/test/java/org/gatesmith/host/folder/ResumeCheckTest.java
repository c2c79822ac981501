package org.gatesmith.host.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.folder.FolderExceptionAssert.assertThatFails;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on only with what it began with. */
final class ResumeCheckTest {

    @TempDir
    private Path place;

    private SmallRun run;
    private Path folder;

    @BeforeEach
    void setUp() throws Exception {
        run = new SmallRun(place.resolve("data"));
        folder = run.interrupted(place.resolve("run"));
    }

    @Test
    void nothingHasChanged() throws Exception {
        try (RunFolder again = RunFolder.reopen(folder, run.setup())) {
            assertThat(again.journal().isDone(0)).isTrue();
            assertThat(again.journal().isDone(1)).isFalse();
            assertThat(again.finished()).isFalse();
        }
    }

    @Test
    void everyChangeIsNamedWithWhatToDo() {
        run.tunables.put("LANES", 8L);
        run.sources.put("org/example/Twice.java", "package org.example;\nclass Twice { int i; }\n");

        assertThatFails(() -> RunFolder.reopen(folder, run.setup()), FolderFault.CHANGED)
                .hasMessage(folder + ": cannot be continued, because what the run depends on has changed:\n"
                        + "  kernel source org/example/Twice.java has changed\n"
                        + "  tunable LANES was 4 and is 8\n"
                        + "put it back as it was, or run anew with another --out");
    }

    @Test
    void textsAreCompared() throws Exception {
        run.sources.put("org/example/Saturation.java", "");
        run.schedule = Optional.empty();
        run.boardJson = "{}";
        run.plan = Optional.of("{}");
        run.emitted.put("twice.cpp", "");

        assertThat(changes())
                .containsExactly(
                        "the board's file has changed",
                        "emitted file twice.cpp has changed",
                        "the plan of the tiles has changed",
                        "the schedule is gone",
                        "kernel source org/example/Saturation.java is new");
    }

    @Test
    void valuesAreCompared() throws Exception {
        run.gatesmith = "1.3.0";
        run.board = "zcu102";
        run.device = "jvm";
        run.tools.put("g++", "g++ 15.1.0");
        run.options.put("verify", "none");
        run.scalars.remove("n");
        run.groups = 4;

        assertThat(changes())
                .containsExactly(
                        "Gatesmith was 1.2.3 and is 1.3.0",
                        "the board was u280 and is zcu102",
                        "the device was csim and is jvm",
                        "the version of g++ was g++ 14.2.0 and is g++ 15.1.0",
                        "option verify was all and is none",
                        "scalar n is gone: it was 6",
                        "the number of groups of tiles was 2 and is 4");
    }

    @Test
    void aFileThatWasOnlyTouchedHasNotChanged() throws Exception {
        Files.setLastModifiedTime(run.inputFile(), FileTime.fromMillis(0));

        assertThat(changes()).isEmpty();
    }

    @Test
    void aFileWithOtherContentsHasChanged() throws Exception {
        run.input(1, 2, 3, 4, 5, 7);
        Files.setLastModifiedTime(run.inputFile(), FileTime.fromMillis(0));

        assertThat(changes()).containsExactly("the contents of input a (" + run.inputFile() + ") have changed");
    }

    @Test
    void aFileOfAnotherSizeHasChanged() throws Exception {
        Files.write(run.inputFile(), new byte[7]);

        assertThat(changes()).singleElement().asString().endsWith("had 152 bytes and has 7");
    }

    @Test
    void generatedInputsHaveTheirSeed() throws Exception {
        run.inputs.put("b", new RunInput.Generated(SmallRun.FORM, 8));

        assertThat(changes()).containsExactly("the seed of input b was 7 and is 8");
    }

    @Test
    void inputsHaveTheirFormAndOrigin() throws Exception {
        run.inputs.put("a", new RunInput.Generated(ArrayForm.of(JavaType.LONG, List.of(6L)), 8));
        run.inputs.remove("b");

        assertThat(changes())
                .containsExactly(
                        "the form of input a was int[2][3] and is long[6]",
                        "input a comes from elsewhere: it was a file",
                        "input b is gone");
    }

    @Test
    void arraysOfAnApplicationAreComparedByTheirContents() throws Exception {
        run.inputs.put("a", new RunInput.OfArray(SmallRun.FORM, Elements.copyOf(SmallRun.INPUT)));
        folder = run.interrupted(place.resolve("application"));
        assertThat(changes()).isEmpty();

        run.inputs.put("a", new RunInput.OfArray(SmallRun.FORM, Elements.copyOf(SmallRun.OUTPUT)));
        assertThat(changes()).containsExactly("the contents of input a have changed");
    }

    @Test
    void aCompleteRunIsNotContinued() throws Exception {
        Path complete = run.complete(place.resolve("complete"));

        assertThatFails(() -> RunFolder.reopen(complete, run.setup()), FolderFault.COMPLETE)
                .hasMessageContaining("the run is complete (equal), so there is nothing to continue");
    }

    @Test
    void finishedGroupsNeedTheirOutput() throws Exception {
        Files.delete(folder.resolve("outputs/c.npy.part"));

        assertThatFails(() -> RunFolder.reopen(folder, run.setup()), FolderFault.DAMAGED)
                .hasMessageContaining("is missing, although the journal says that group 0 is in it");
    }

    private List<String> changes() throws FolderException {
        return ResumeCheck.of(StoredRun.open(folder), run.setup()).changes();
    }
}
