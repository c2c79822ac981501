package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration file says only what the release knows, and every misspelling of it is found. */
class ConfigFilesTest {
    private static final ConfigGrammar HLS = ConfigGrammar.of("hls_config-2023.2.txt");
    private static final ConfigGrammar LINK = ConfigGrammar.of("link-2023.2.txt");

    private static ConfigGrammar grammar(String file) {
        return file.equals("link.cfg") ? LINK : HLS;
    }

    static Stream<Arguments> files() {
        return Boards.all().stream()
                .flatMap(board -> Designs.emitted(Designs.vectorAdd(board), board).files().stream()
                        .filter(file -> file.name().endsWith(".cfg"))
                        .map(file -> Arguments.of(board.name(), file.name(), file.text())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void hold_only_what_the_release_knows(String board, String file, String text) {
        assertThat(grammar(file).errors(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void are_refused_with_any_key_misspelt(String board, String file, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int equals = lines.get(i).indexOf('=');
            if (equals > 0 && !lines.get(i).startsWith("#")) {
                List<String> misspelt = new ArrayList<>(lines);
                misspelt.set(
                        i,
                        new StringBuilder(lines.get(i)).deleteCharAt(equals - 1).toString());

                assertThat(grammar(file).errors(String.join("\n", misspelt)))
                        .as(misspelt.get(i))
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void are_refused_with_any_section_misspelt(String board, String file, String text) {
        assertThat(grammar(file).errors(text.replaceFirst("]", "s]"))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void are_refused_with_a_value_that_does_not_exist(String board, String file, String text) {
        String wrong = text.replace("flow_target=vitis", "flow_target=vitus")
                .replace(":HBM[", ":HMB[")
                .replace(":HP", ":PH")
                .replace(":DDR[", ":DRD[");

        assertThat(grammar(file).errors(wrong)).isNotEmpty();
    }

    @Test
    void leave_out_what_a_design_does_not_have() {
        String config = Designs.text(Designs.emitted(Designs.withPorts(1), Designs.board("u280")), "hls_config.cfg");

        assertThat(config).doesNotContain("cflags").doesNotContain("argv").doesNotContain(".h\n");
        assertThat(HLS.errors(config)).isEmpty();
    }

    @Test
    void never_ask_for_a_slower_clock_than_the_design() {
        Board board = Designs.board("zcu102");

        assertThat(Designs.text(Designs.emitted(Designs.vectorAdd(board), board), "hls_config.cfg"))
                .contains("\nclock=6.666ns\n");
    }
}
