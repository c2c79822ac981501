package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.tornado.TornadoFpgaDevice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The OpenCL C that TornadoVM writes for a board computes what the JVM does, for every kernel of the library, board and size; kernels
 * with FIFOs in their sequential form.
 */
@EnabledIfEnvironmentVariable(
        named = "TORNADOVM_HOME",
        matches = ".+",
        disabledReason = "TORNADOVM_HOME names no TornadoVM; docs/tornadovm.md says how to install it")
class TornadoFpgaLibraryTest {

    @BeforeAll
    static void openClIsInstalled() throws Exception {
        OpenCl.assumeInstalled();
    }

    static Stream<Arguments> kernelsAndBoards() {
        return LibraryKernel.all().stream()
                .flatMap(kernel -> Boards.names().stream().map(board -> Arguments.of(kernel, board)));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("kernelsAndBoards")
    void theBoardsOpenClEqualsTheJvm(LibraryKernel kernel, String boardName) throws Exception {
        CompiledKernel compiled = KernelCompiler.compile(kernel.request());
        Board board = board(boardName);
        try (TornadoFpgaDevice fpga = TornadoFpgaDevice.open(compiled, board, "");
                Device jvm = new JvmDevice(compiled)) {
            assertThat(fpga.sources().values())
                    .as("signed arithmetic that could overflow, or a work-group that a board is not told")
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContainPattern("(?m)=  [il]_\\d+ [-+*] ")
                            .contains("reqd_work_group_size", board.displayName()));
            for (String size : kernel.sizes()) {
                for (int seed = 1; seed <= 2; seed++) {
                    Contents contents = seed == 1 ? Contents.SPREAD : Contents.EXTREME;
                    KernelCall call = KernelCall.random(compiled.signature(), size, seed, contents);
                    Map<String, Elements> expected = Place.on(jvm).run(call);
                    Place.assertEqual(
                            "tornado-fpga", call, expected, Place.on(fpga).run(call));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.TornadoConstruct#all")
    void constructsEqualTheJvm(TornadoConstruct construct) throws Exception {
        CompiledKernel compiled = construct.compiled();
        try (TornadoFpgaDevice fpga = TornadoFpgaDevice.open(compiled, board("u280"), "");
                Device jvm = new JvmDevice(compiled)) {
            for (String size : List.of("n=999", "n=1", "n=64")) {
                KernelCall call = KernelCall.random(compiled.signature(), size, 1, Contents.EDGES);
                Map<String, Elements> expected = Place.on(jvm).run(call);
                Place.assertEqual("tornado-fpga", call, expected, Place.on(fpga).run(call));
            }
        }
    }

    private static Board board(String name) {
        return ((BoardLookup.Found) Boards.named(name)).board();
    }
}
