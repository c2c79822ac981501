package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;
import org.junit.jupiter.api.Test;

class DialectsTest {

    @Test
    void know_2023_2() {
        assertThat(Dialects.of(new Release(2023, 2))).contains(Dialects.standard());
    }

    @Test
    void know_no_release_without_a_file() {
        assertThat(Dialects.of(new Release(2018, 3))).isEmpty();
    }

    @Test
    void are_each_of_the_release_they_are_listed_under() {
        assertThat(Dialects.releases())
                .isSorted()
                .allSatisfy(release ->
                        assertThat(Dialects.of(release).orElseThrow().release()).isEqualTo(release));
    }

    @Test
    void carry_a_release_without_configuration_files_by_data_alone() {
        Board board = Designs.board("zcu102");
        ScriptResult.Emitted scripts =
                Designs.emitted(Designs.vectorAdd(board), board, dialect("tcl-only-2022.2.json"));

        assertThat(scripts.files()).extracting(ScriptFile::name).containsExactly("run_hls.tcl", "link.cfg", "build.sh");
        assertThat(Designs.text(scripts, "build.sh"))
                .contains("\ntools='v++ vitis_hls'\n")
                .contains("\nsources='vector_add.cpp vector_add.h run_hls.tcl'\n")
                .contains("\nrun_cosim='env GATESMITH_STEPS=cosim vitis_hls -f run_hls.tcl'\n");
    }

    @Test
    void carry_a_release_that_opens_components_by_data_alone() {
        Board board = Designs.board("zcu102");
        ScriptResult.Emitted scripts =
                Designs.emitted(Designs.vectorAdd(board), board, dialect("component-2024.2.json"));

        assertThat(Designs.text(scripts, "run_hls.tcl"))
                .contains("\nopen_component -reset vector_add_hls -flow_target vitis\n")
                .doesNotContain("open_project")
                .doesNotContain("open_solution");
    }

    /** A dialect made up for a test. */
    static Dialect dialect(String name) {
        try (InputStream in = DialectsTest.class.getResourceAsStream("dialect/" + name)) {
            return Dialects.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
