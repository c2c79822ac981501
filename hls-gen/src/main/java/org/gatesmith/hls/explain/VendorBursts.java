package org.gatesmith.hls.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.dependence.PortAccess;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.explain.BoardRequest.Inference;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;

/**
 * Which accesses Vitis HLS makes bursts of, by UG1399 (2023.2), "Preconditions and Limitations of Burst Transfer": consecutive elements, upwards,
 * without a condition, in a counted loop, and no other access of the same array in the loop.
 */
final class VendorBursts {

    private final List<PortAccess> accesses = new ArrayList<>();
    /** Operations of branches that lie in the innermost loop around them. */
    private final Set<Op> conditional = Collections.newSetFromMap(new IdentityHashMap<>());

    private VendorBursts() {}

    /** Those of the program that HLS C++ is made of. */
    static VendorBursts of(CompiledKernel kernel) {
        VendorBursts bursts = new VendorBursts();
        MemoryAnalysis analysis = MemoryAnalysis.of(kernel.program());
        for (Function function : kernel.program().functions()) {
            bursts.accesses.addAll(analysis.portAccesses(function));
            bursts.visit(function.body(), false);
        }
        return bursts;
    }

    private void visit(Region region, boolean inBranch) {
        for (Op op : region.ops()) {
            if (inBranch) {
                conditional.add(op);
            }
            op.regions().forEach(inner -> visit(inner, op instanceof Op.If));
        }
    }

    /** What the vendor makes of the accesses that a request was made of. */
    Inference of(List<Access> lanes) {
        List<Span> places = lanes.stream().map(lane -> lane.inner().span()).toList();
        List<PortAccess> sources = accesses.stream()
                .filter(access -> places.contains(access.access().inner().span())
                        && access.access().isWrite() == lanes.getFirst().isWrite())
                .toList();
        return sources.stream()
                .map(this::of)
                .filter(inference -> inference.burst().isEmpty())
                .findFirst()
                .or(() -> sources.stream().map(this::of).findFirst())
                .orElseGet(() -> Inference.none("it is not in the HLS C++", Span.NONE));
    }

    private Inference of(PortAccess access) {
        return switch (access.pattern()) {
            case PortAccess.Burst burst -> burst(access, burst);
            case PortAccess.Strided strided ->
                Inference.none(
                        "from one iteration to the next it goes " + strided.stride() + " elements", strided.place());
            case PortAccess.Fixed _, PortAccess.Held _ ->
                Inference.none("every iteration reaches the same element", Span.NONE);
            case PortAccess.Irregular irregular -> Inference.none(irregular.reason(), irregular.place());
            case PortAccess.Single _ -> Inference.none("it is in no loop", Span.NONE);
        };
    }

    private Inference burst(PortAccess access, PortAccess.Burst burst) {
        if (conditional.contains(access.access().inner())) {
            return Inference.none("it has a condition", Span.NONE);
        }
        if (burst.descending()) {
            return Inference.none("addresses fall", Span.NONE);
        }
        List<PortAccess> others = accesses.stream()
                .filter(other -> other != access
                        && other.loop() == access.loop()
                        && other.access().memory() == access.access().memory())
                .toList();
        return others.isEmpty() || isLane(burst, others)
                ? Inference.of(burst)
                : Inference.none(
                        "the loop also "
                                + others.stream()
                                        .map(other -> other.access().isWrite() ? "writes" : "reads")
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(" and "))
                                + " the array elsewhere",
                        Optional.of(others.getFirst().access().inner())
                                .map(Op::span)
                                .orElse(Span.NONE));
    }

    /** Whether the others are lanes of the same burst. */
    private static boolean isLane(PortAccess.Burst burst, List<PortAccess> others) {
        return burst.stride().intValue() == others.size() + 1
                && others.stream()
                        .allMatch(other -> other.pattern() instanceof PortAccess.Burst lane
                                && lane.stride().equals(burst.stride()));
    }
}
