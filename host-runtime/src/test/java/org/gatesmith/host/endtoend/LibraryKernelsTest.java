package org.gatesmith.host.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.run.Devices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels of the library compute the same bits wherever they run. */
class LibraryKernelsTest {

    private static final int CALLS = 56;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.LibraryKernel#all")
    void everyPlaceAgreesForEveryBoard(LibraryKernel kernel) throws Exception {
        everyPlaceAgrees(kernel, Boards.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.LibraryKernel#tuned")
    void everyPlaceAgreesForOtherConstants(LibraryKernel kernel) throws Exception {
        everyPlaceAgrees(kernel, List.of(Boards.all().getFirst()));
    }

    private void everyPlaceAgrees(LibraryKernel kernel, List<Board> boards) throws Exception {
        CompileRequest request = kernel.request();
        CompiledKernel compiled = KernelCompiler.compile(request);
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("the reference model", kernel.reference());
        places.put(
                "the interpreter before the passes",
                Place.interpreting(KernelCompiler.accept(request).program()));
        places.put("the interpreter after the passes", Place.interpreting(compiled.program()));
        List<Device> devices = new ArrayList<>();
        try {
            for (Board board : boards) {
                Device csim = Devices.open("csim", compiled, board, Optional.empty());
                devices.add(csim);
                places.put("csim for " + board.name(), Place.on(csim));
            }
            try (Device jvm = Devices.open("jvm", compiled, boards.getFirst(), Optional.empty())) {
                compare(kernel, compiled, Place.on(jvm), places);
            }
        } finally {
            devices.forEach(Device::close);
        }
    }

    static void compare(LibraryKernel kernel, CompiledKernel compiled, Place jvm, Map<String, Place> places)
            throws Exception {
        for (int i = 0; i < CALLS; i++) {
            String sizes = kernel.sizes().get(i % kernel.sizes().size());
            Contents contents = i / kernel.sizes().size() % 2 == 0 ? Contents.SPREAD : Contents.EXTREME;
            KernelCall call = KernelCall.random(compiled.signature(), sizes, i, contents);
            Map<String, Elements> expected = jvm.run(call);
            for (Map.Entry<String, Place> place : places.entrySet()) {
                Place.assertEqual(
                        place.getKey(), call, expected, place.getValue().run(call));
            }
        }
    }
}
