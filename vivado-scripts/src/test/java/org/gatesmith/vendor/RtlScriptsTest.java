package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gatesmith.board.Boards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The packaging script is run by {@code tclsh} with the commands of Vivado defined as strict checkers. */
class RtlScriptsTest {

    private static final Path CHECKER =
            Path.of("src/test/resources/org/gatesmith/vendor/grammar/strict-vivado-package.tcl");

    private static final RtlDesign DESIGN = new RtlDesign(
            "vector_add",
            List.of("src/gs_fifo.v", "src/vector_add.v"),
            List.of(new RtlDesign.Port("m_axi_gmem", 512)),
            List.of(
                    new RtlDesign.Argument("a", "int*", "m_axi_gmem", 0x10, 8, true),
                    new RtlDesign.Argument("n", "int", "s_axi_control", 0x1c, 4, false)));

    @TempDir
    Path folder;

    static List<String> boards() {
        return Boards.names();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void packages_the_kernel(String board) throws IOException {
        assertThat(run(script(board))).isEqualTo(new Programs.Run(0, "package_xo vector_add\n", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "-norecurse, -no_recurse",
        "-import_files, -import",
        "src/vector_add.v, src/other.v",
        "-kernel_xml kernel.xml, -kernel_xml other.xml",
        "sdx_kernel_type rtl, sdx_type rtl",
        "ipx::save_core, ipx::save",
        "-clock ap_clk, -clock clk"
    })
    void is_refused_with_a_wrong_word(String right, String wrong) throws IOException {
        String script = script("u280");
        assertThat(script).contains(right);

        assertThat(run(script.replace(right, wrong)).status()).isNotZero();
    }

    @Test
    void the_description_lists_ports_and_arguments() throws Exception {
        Files.writeString(folder.resolve("kernel.xml"), text("u280", RtlScripts.DESCRIPTION));
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("kernel.xml").toFile())
                .getDocumentElement();

        NodeList arguments = root.getElementsByTagName("arg");
        assertThat(arguments.getLength()).isEqualTo(2);
        Element array = (Element) arguments.item(0);
        assertThat(array.getAttribute("port")).isEqualTo("m_axi_gmem");
        assertThat(array.getAttribute("addressQualifier")).isEqualTo("1");
        Element scalar = (Element) arguments.item(1);
        assertThat(scalar.getAttribute("offset")).isEqualTo("0x1C");
        assertThat(scalar.getAttribute("size")).isEqualTo("0x4");
        assertThat(root.getElementsByTagName("port").getLength()).isEqualTo(2);
    }

    private static String script(String board) {
        return text(board, RtlScripts.PACKAGING);
    }

    private static String text(String board, String file) {
        return RtlScripts.emit(DESIGN, Designs.board(board)).stream()
                .filter(script -> script.name().equals(file))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private Programs.Run run(String script) throws IOException {
        Programs.assumeInstalled("tclsh");
        Files.createDirectories(folder.resolve("src"));
        for (String file : List.of("src/gs_fifo.v", "src/vector_add.v", "kernel.xml")) {
            if (!Files.exists(folder.resolve(file))) {
                Files.createFile(folder.resolve(file));
            }
        }
        Files.writeString(folder.resolve("package_kernel.tcl"), script);
        return Programs.run(
                folder, Map.of(), List.of("tclsh", CHECKER.toAbsolutePath().toString(), "package_kernel.tcl"));
    }
}
