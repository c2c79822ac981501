package org.gatesmith.host.memory;

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
import org.gatesmith.vendor.BankPlan;
import org.gatesmith.vendor.HlsDesign;
import org.gatesmith.vendor.MemoryPort;
import org.gatesmith.vendor.PortDirection;

/** The AXI masters of a kernel and the banks they are connected to. */
public final class MemoryPorts {

    private MemoryPorts() {}

    /**
     * The banks on a board, the same that its link configuration names.
     *
     * @throws UsageException the schedule asks for banks that the board does not have, or puts a bundle into several
     */
    public static BankPlan banks(CompiledKernel kernel, Board board) throws UsageException {
        KernelSignature signature = kernel.signature();
        HlsDesign design = new HlsDesign(
                signature.name(),
                signature.name(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                of(signature, kernel.schedule()),
                signature.scalars().map(Parameter::name).toList(),
                board.clocks().kernelDefault(),
                List.of());
        return switch (BankPlan.of(design, board)) {
            case BankPlan.Planned planned -> planned.plan();
            case BankPlan.Impossible impossible -> throw new UsageException(String.join("\n", impossible.problems()));
        };
    }

    /**
     * Refuses what no build and no simulation could connect.
     *
     * @throws UsageException as {@link #banks}
     */
    public static void requireConnected(CompiledKernel kernel, Board board) throws UsageException {
        banks(kernel, board);
    }

    /** One port per bundle, in the order of the parameters. */
    public static List<MemoryPort> of(KernelSignature signature, Schedule schedule) throws UsageException {
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
