package org.gatesmith.hls.emit.verilog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.hls.cost.LibrarySource;
import org.gatesmith.hls.diag.DiagnosticException;

/** Kernels of the library as Verilog. */
final class LibraryVerilog {

    private LibraryVerilog() {}

    static Board board(String name) {
        if (Boards.named(name) instanceof BoardLookup.Found found) {
            return found.board();
        }
        throw new AssertionError("no board " + name);
    }

    /** For the U280 at 300 MHz. */
    static VerilogKernel emit(LibrarySource source, String tunables) throws DiagnosticException {
        return source.compile(values(tunables)).verilog(board("u280"), 300);
    }

    static Map<String, Long> values(String text) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String assignment : text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1))) {
            int sign = assignment.indexOf('=');
            values.put(assignment.substring(0, sign), Long.valueOf(assignment.substring(sign + 1)));
        }
        return values;
    }

    /** Writes the files of a kernel into a folder and says how long it took: {@code GEMM_I8 folder "ROWS=4 COLS=4"}. */
    public static void main(String[] arguments) throws DiagnosticException, IOException {
        LibrarySource source = LibrarySource.valueOf(arguments[0]);
        String tunables = arguments.length > 2 ? arguments[2] : "";
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            CompiledKernel kernel = source.compile(values(tunables));
            long compiled = System.nanoTime();
            VerilogKernel verilog = kernel.verilog(board("u280"), 300);
            long emitted = System.nanoTime();
            System.out.printf(
                    "compiled in %d ms, scheduled and emitted in %d ms%n",
                    (compiled - start) / 1_000_000, (emitted - compiled) / 1_000_000);
            Path folder = Files.createDirectories(Path.of(arguments[1]));
            for (Map.Entry<String, String> file : verilog.rtl().files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }
}
