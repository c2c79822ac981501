package org.gatesmith.host.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.problem.ProblemSize;

/** Kernels for tests of plans: of the library, or a method given as text. */
final class Kernels {

    private Kernels() {}

    static CompiledKernel library(String name) throws Exception {
        return compile(name);
    }

    /** A class with this method, compiled from a file in a folder that is deleted at once. */
    static CompiledKernel of(String method) throws Exception {
        Path folder = Files.createTempDirectory("gatesmith-test");
        Path file = folder.resolve("K.java");
        try {
            Files.writeString(
                    file, "import org.gatesmith.api.*;\n\npublic final class K {\n" + method.indent(4) + "}\n");
            return compile(file.toString());
        } finally {
            delete(file, folder);
        }
    }

    private static void delete(Path... paths) throws IOException {
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private static CompiledKernel compile(String name) throws Exception {
        KernelLocator.Located located = KernelLocator.locate(name);
        return KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), Map.of(), Schedule.EMPTY, Pipeline.standard()));
    }

    static Board board(String name) {
        return ((BoardLookup.Found) Boards.named(name)).board();
    }

    /** A size such as {@code "m=3 n=5"}. */
    static ProblemSize size(CompiledKernel kernel, String sizes) throws Exception {
        return ProblemSize.of(kernel.signature(), scalars(sizes), Map.of(), 1);
    }

    static Map<String, String> scalars(String sizes) {
        Map<String, String> scalars = new LinkedHashMap<>();
        for (String size : List.of(sizes.split(" ", -1))) {
            if (!size.isEmpty()) {
                scalars.put(size.substring(0, size.indexOf('=')), size.substring(size.indexOf('=') + 1));
            }
        }
        return scalars;
    }

    static PlanRequest request(CompiledKernel kernel, String board, String sizes) throws Exception {
        return PlanRequest.of(kernel, board(board), size(kernel, sizes), DevicePlace.BOARD);
    }
}
