package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorScriptsTest {
    @TempDir
    Path folder;

    @Test
    void link_with_the_newest_platform_if_the_release_has_none() {
        Board board = Designs.board("vcu1525");
        ScriptResult.Emitted scripts = Designs.emitted(Designs.vectorAdd(board), board);

        assertThat(scripts.files())
                .extracting(ScriptFile::name)
                .containsExactly("run_hls.tcl", "hls_config.cfg", "link.cfg", "build.sh");
        assertThat(Designs.text(scripts, "link.cfg"))
                .contains("Vitis 2023.2 has no platform for this board; this one is of release 2018.3");
        assertThat(scripts.notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith("Vitis 2023.2 has no platform for the AMD Virtex UltraScale+ VCU1525")
                        .contains("HLS works with the part xcvu9p-fsgd2104-2L-e")
                        .contains("2018.3: install that, with xilinx_vcu1525_xdma_201830_1"));
    }

    @Test
    void say_which_release_still_has_the_part() {
        Board board = Designs.board("u280");
        ScriptResult.Emitted scripts =
                Designs.emitted(Designs.vectorAdd(board), board, DialectsTest.dialect("component-2024.2.json"));

        assertThat(Designs.text(scripts, "link.cfg")).contains("this one is of release 2023.2");
        assertThat(scripts.notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith("Vitis 2024.2 does not know the part xcu280-fsvh2892-2L-e of the AMD Alveo U280,"
                                + " which is supported by 2019.2 to 2023.2.")
                        .contains("2023.2: install that, with xilinx_u280_gen3x16_xdma_1_202211_1"));
    }

    @Test
    void have_nothing_to_note_where_all_is_possible() {
        for (String name : List.of("u280", "zcu102")) {
            Board board = Designs.board(name);

            assertThat(Designs.emitted(Designs.vectorAdd(board), board).notes()).isEmpty();
        }
    }

    @Test
    void note_a_clock_that_the_platform_does_not_have() {
        assertThat(Designs.emitted(Designs.withPorts(1), Designs.board("zcu102"))
                        .notes())
                .isEmpty();
        HlsDesign fast = new HlsDesign(
                "k", "k", List.of("k.cpp"), List.of(), List.of(), List.of(), List.of(), List.of(), 312.5, List.of());

        assertThat(Designs.emitted(fast, Designs.board("u280")).notes())
                .containsExactly("the platform of the AMD Alveo U280 has no clock of 312.5 MHz, only 300, 500;"
                        + " v++ derives the nearest it can");
        assertThat(Designs.text(Designs.emitted(fast, Designs.board("u280")), "link.cfg"))
                .contains("freqHz=312500000:k_1.ap_clk");
    }

    @Test
    void are_refused_for_a_bank_that_the_board_does_not_have() {
        HlsDesign design = Designs.withPorts(List.of(Designs.portOn("gmem0", "a", "HBM[0]")));

        assertThat(VendorScripts.emit(design, Designs.board("zcu102"), Dialects.standard()))
                .isInstanceOfSatisfying(
                        ScriptResult.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains("HBM[0]", "HP0"));
    }

    @Test
    void are_written_with_a_driver_that_can_be_run() throws IOException {
        Board board = Designs.board("u280");

        Designs.emitted(Designs.vectorAdd(board), board).writeTo(folder.resolve("new/folder"));

        assertThat(folder.resolve("new/folder/build.sh")).isExecutable();
        assertThat(folder.resolve("new/folder/link.cfg")).isRegularFile();
        assertThat(Files.isExecutable(folder.resolve("new/folder/link.cfg"))).isFalse();
    }

    @Test
    void keep_the_date_of_files_that_do_not_change() throws IOException {
        Board board = Designs.board("u280");
        ScriptResult.Emitted scripts = Designs.emitted(Designs.vectorAdd(board), board);
        scripts.writeTo(folder);
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(folder.resolve("link.cfg"), old);
        Files.setLastModifiedTime(folder.resolve("hls_config.cfg"), old);
        Files.writeString(folder.resolve("hls_config.cfg"), "something else");

        scripts.writeTo(folder);

        assertThat(Files.getLastModifiedTime(folder.resolve("link.cfg"))).isEqualTo(old);
        assertThat(folder.resolve("hls_config.cfg")).hasContent(Designs.text(scripts, "hls_config.cfg"));
    }

    @Test
    void are_the_same_in_every_locale_and_time_zone() {
        String expected = everything();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(everything()).isEqualTo(expected);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(everything()).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** A JVM of its own has hash seeds of its own. */
    @Test
    void are_the_same_in_another_virtual_machine() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");

        Programs.Run run = Programs.run(
                folder,
                Map.of(),
                List.of(
                        java,
                        "-Dfile.encoding=US-ASCII",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        absolute(classPath),
                        VendorScriptsTest.class.getName()));

        assertThat(run.output()).isEqualTo(everything());
    }

    public static void main(String[] arguments) {
        System.out.print(everything());
    }

    private static String absolute(String classPath) {
        return List.of(classPath.split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String everything() {
        return Boards.all().stream()
                .flatMap(board -> Designs.emitted(Designs.vectorAdd(board), board).files().stream())
                .map(file -> "== " + file.name() + "\n" + file.text())
                .collect(Collectors.joining());
    }

    @Test
    void take_no_name_that_would_need_quoting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryPort("g mem", List.of("a"), 32, PortDirection.IN, Optional.empty()))
                .withMessage("\"g mem\" is not an identifier");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HlsDesign(
                        "k",
                        "k",
                        List.of("$(k).cpp"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        300,
                        List.of()))
                .withMessage("\"$(k).cpp\" is not a plain relative file name");
    }
}
