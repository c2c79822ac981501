package org.gatesmith.vendor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;

/** Designs and boards that several tests use. */
final class Designs {
    private Designs() {}

    static Board board(String name) {
        return ((BoardLookup.Found) Boards.named(name)).board();
    }

    /** The design of the golden files: two inputs and an output on ports of their own, one scalar, one data file. */
    static HlsDesign vectorAdd(Board board) {
        return new HlsDesign(
                "vector_add",
                "vector_add",
                List.of("vector_add.cpp"),
                List.of("vector_add.h"),
                List.of("vector_add_tb.cpp", "a.npy"),
                List.of("a.npy", "n=1024"),
                List.of(
                        port("gmem_a", "a", PortDirection.IN),
                        port("gmem_b", "b", PortDirection.IN),
                        port("gmem_c", "c", PortDirection.OUT)),
                List.of("n"),
                board.clocks().kernelDefault(),
                List.of("-I.", "-std=c++17"));
    }

    /** A design with that many ports and nothing else of interest. */
    static HlsDesign withPorts(int count) {
        return withPorts(IntStream.range(0, count)
                .mapToObj(i -> port("gmem" + i, "a" + i, PortDirection.IN_OUT))
                .toList());
    }

    static HlsDesign withPorts(List<MemoryPort> ports) {
        return new HlsDesign(
                "k", "k", List.of("k.cpp"), List.of(), List.of("tb.cpp"), List.of(), ports, List.of(), 300, List.of());
    }

    static MemoryPort port(String bundle, String argument, PortDirection direction) {
        return new MemoryPort(bundle, List.of(argument), 512, direction, Optional.empty());
    }

    static MemoryPort portOn(String bundle, String argument, String bank) {
        return new MemoryPort(bundle, List.of(argument), 512, PortDirection.IN, Optional.of(bank));
    }

    static ScriptResult.Emitted emitted(HlsDesign design, Board board) {
        return emitted(design, board, Dialects.standard());
    }

    static ScriptResult.Emitted emitted(HlsDesign design, Board board, Dialect dialect) {
        return (ScriptResult.Emitted) VendorScripts.emit(design, board, dialect);
    }

    static String text(ScriptResult.Emitted scripts, String file) {
        return scripts.file(file).orElseThrow().text();
    }
}
