package org.gatesmith.host.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.vendor.HlsDesign;
import org.gatesmith.vendor.MemoryPort;
import org.gatesmith.vendor.PortDirection;

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
                ports(signature, kernel.schedule()),
                signature.scalars().map(Parameter::name).toList(),
                board.clocks().kernelDefault(),
                C_FLAGS);
    }

    /** One port per bundle, in the order of the parameters. */
    private static List<MemoryPort> ports(KernelSignature signature, Schedule schedule) throws UsageException {
        Map<String, List<Parameter.Array>> bundles = new LinkedHashMap<>();
        signature
                .arrays()
                .forEach(array -> bundles.computeIfAbsent(array.bundle(), _ -> new ArrayList<>())
                        .add(array));
        List<MemoryPort> ports = new ArrayList<>();
        for (Map.Entry<String, List<Parameter.Array>> bundle : bundles.entrySet()) {
            ports.add(new MemoryPort(
                    bundle.getKey(),
                    bundle.getValue().stream().map(Parameter::name).toList(),
                    bundle.getValue().stream()
                            .mapToInt(array -> 8 * array.type().bytes())
                            .max()
                            .orElseThrow(),
                    direction(bundle.getValue()),
                    bank(bundle.getKey(), bundle.getValue(), schedule)));
        }
        return ports;
    }

    private static PortDirection direction(List<Parameter.Array> arrays) {
        boolean reads = arrays.stream().map(Parameter.Array::direction).anyMatch(Direction::isRead);
        boolean writes = arrays.stream().map(Parameter.Array::direction).anyMatch(Direction::isWritten);
        if (reads && writes) {
            return PortDirection.IN_OUT;
        }
        return writes ? PortDirection.OUT : PortDirection.IN;
    }

    /** The bank that the schedule gives to the arrays of a bundle; they share one connection, so it must be one bank. */
    private static Optional<String> bank(String bundle, List<Parameter.Array> arrays, Schedule schedule)
            throws UsageException {
        List<String> banks = arrays.stream()
                .map(array -> schedule.ports().get(array.name()))
                .filter(Objects::nonNull)
                .map(entry -> entry.value().bank())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (banks.size() > 1) {
            throw new UsageException("the schedule puts bundle " + bundle + " into several banks: "
                    + String.join(", ", banks) + "; give its ports one bank, or bundles of their own");
        }
        return banks.stream().findFirst();
    }
}
