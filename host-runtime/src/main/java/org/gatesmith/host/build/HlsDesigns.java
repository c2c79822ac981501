package org.gatesmith.host.build;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.memory.MemoryPorts;
import org.gatesmith.vendor.HlsDesign;

/** A compiled kernel as the vendor's scripts need to know it. */
final class HlsDesigns {

    /** Native arithmetic in emitted code wraps as Java's does. */
    private static final List<String> C_FLAGS = List.of("-std=c++14", "-fwrapv");

    private HlsDesigns() {}

    /**
     * The design.
     *
     * @param sources emitted files, by path in the build folder
     * @param data files that the test bench reads, by path in the build folder
     * @param arguments scalars as the test bench takes them
     */
    static HlsDesign of(
            CompiledKernel kernel, Board board, List<String> sources, List<String> data, List<String> arguments)
            throws UsageException {
        KernelSignature signature = kernel.signature();
        List<String> testBench = new ArrayList<>(
                sources.stream().filter(file -> file.endsWith("_tb.cpp")).toList());
        testBench.addAll(data);
        return new HlsDesign(
                signature.name(),
                signature.name(),
                sources.stream()
                        .filter(file -> file.endsWith(".cpp") && !file.endsWith("_tb.cpp"))
                        .toList(),
                sources.stream().filter(file -> file.endsWith(".h")).toList(),
                testBench,
                arguments,
                MemoryPorts.of(signature, kernel.schedule()),
                signature.scalars().map(Parameter::name).toList(),
                board.clocks().kernelDefault(),
                C_FLAGS);
    }
}
