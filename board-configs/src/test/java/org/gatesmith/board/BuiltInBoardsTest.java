package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Built-in boards are not validated when Gatesmith runs, so they are validated here. */
class BuiltInBoardsTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/gatesmith/board");

    static List<String> names() {
        return Boards.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void satisfies_the_schema_and_every_rule(String name) {
        BoardLookup lookup = BoardFile.read(FOLDER.resolve(name + ".json"));

        assertThat(lookup).isEqualTo(Boards.named(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_named_as_its_file(String name) {
        assertThat(found(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_at_least_half_of_the_device_for_kernels(String name) {
        DeviceResources resources = found(name).resources();

        assertThat(resources.kernelRegion().lut())
                .isBetween(resources.device().lut() / 2, resources.device().lut());
    }

    @ParameterizedTest
    @MethodSource("names")
    void puts_kernel_ports_into_memory_off_the_fabric(String name) {
        assertThat(found(name).defaultMemory().kind()).isNotEqualTo(MemoryKind.PLRAM);
    }

    @Test
    void are_all_the_files_there_are() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> !file.equals("board.schema.json")))
                    .containsExactlyInAnyOrderElementsOf(
                            Boards.names().stream().map(name -> name + ".json").toList());
        }
    }

    @Test
    void u280_has_thirty_two_pseudo_channels_beside_slr0() {
        List<Bank> banks = found("u280").defaultMemory().banks();

        assertThat(banks).hasSize(32).first().isEqualTo(new Bank("HBM[0]", "SLR0"));
        assertThat(banks).last().isEqualTo(new Bank("HBM[31]", "SLR0"));
    }

    @Test
    void u280_holds_eight_gibibytes_of_hbm() {
        assertThat(found("u280").defaultMemory().bytesTotal()).isEqualTo(8L << 30);
    }

    @Test
    void zcu102_ports_share_one_memory() {
        Memory memory = found("zcu102").defaultMemory();

        assertThat(memory.bytesTotal()).isEqualTo(2L << 30);
        assertThat(memory.banks()).extracting(Bank::name).containsExactly("HP0", "HP1", "HP2", "HP3", "HPC0", "HPC1");
    }

    @Test
    void u280_is_not_supported_after_2023_2() {
        ToolReleases releases = found("u280").toolReleases();

        assertThat(releases.include(Release.parse("2023.2"))).isTrue();
        assertThat(releases.include(Release.parse("2024.1"))).isFalse();
    }

    @Test
    void vcu1525_has_a_part_but_no_platform_in_2023_2() {
        Board board = found("vcu1525");
        Release release = Release.parse("2023.2");

        assertThat(board.toolReleases().include(release)).isTrue();
        assertThat(board.platforms().preferred(release)).isEmpty();
        assertThat(board.platforms().newestRelease()).contains(Release.parse("2018.3"));
    }

    private static Board found(String name) {
        return ((BoardLookup.Found) Boards.named(name)).board();
    }
}
