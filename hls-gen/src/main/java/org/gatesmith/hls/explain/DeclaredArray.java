package org.gatesmith.hls.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MethodNames;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.schedule.ScheduleEdits;
import org.jspecify.annotations.Nullable;

/**
 * An array as the source declares it.
 *
 * @param name by which schedule files reach it
 * @param directives with those of the schedule
 */
record DeclaredArray(String name, ArrayType type, ArrayDirectives directives) {

    /** More banks than this are not proposed. */
    private static final int MOST_BANKS = 64;

    /** 1024 LUTs of 64 bits; larger arrays in LUTs take routing that block RAM saves. */
    private static final long MOST_LUTRAM_BITS = 64 * 1024;

    /** The array that a memory of the design is, or is a bank of, perhaps given by a caller; empty for tables. */
    static Optional<DeclaredArray> of(CompiledKernel kernel, Design design, Value memory) {
        Value given = given(design.program(), memory);
        Optional<Span> span = design.program().functions().stream()
                .flatMap(function -> allocations(function.body()))
                .filter(alloc -> alloc.result() == given)
                .map(Op.AllocArray::span)
                .filter(Span::isKnown)
                .findFirst();
        return span.flatMap(place -> declared(kernel, place));
    }

    /** What a function is first called with for a parameter, in the function that creates it; other values as they are. */
    private static Value given(Program program, Value memory) {
        for (Function function : program.functions()) {
            int place = function.parameters().indexOf(memory);
            Optional<Value> operand = program.functions().stream()
                    .flatMap(caller -> ops(caller.body()))
                    .filter(op -> place >= 0
                            && op instanceof Op.Call call
                            && call.callee().equals(function.name()))
                    .map(op -> op.operands().get(place))
                    .findFirst();
            if (operand.isPresent()) {
                return given(program, operand.get());
            }
        }
        return memory;
    }

    private static Stream<Op> ops(Region region) {
        return region.ops().stream()
                .flatMap(
                        op -> Stream.concat(Stream.of(op), op.regions().stream().flatMap(DeclaredArray::ops)));
    }

    private static Stream<Op.AllocArray> allocations(Region region) {
        return ops(region).filter(Op.AllocArray.class::isInstance).map(Op.AllocArray.class::cast);
    }

    private static Optional<DeclaredArray> declared(CompiledKernel kernel, Span place) {
        Program program = edited(kernel);
        MethodNames methods = MethodNames.of(program, kernel.signature().methodName());
        for (Function function : program.functions()) {
            Optional<Op.AllocArray> found = allocations(function.body())
                    .filter(alloc ->
                            alloc.span().equals(place) && alloc.result().name() != null)
                    .findFirst();
            if (found.isPresent()) {
                Op.AllocArray alloc = found.get();
                return Optional.of(new DeclaredArray(
                        methods.of(function) + "." + alloc.result().name(), alloc.type(), alloc.directives()));
            }
        }
        return Optional.empty();
    }

    private static Program edited(CompiledKernel kernel) {
        try {
            return ScheduleEdits.apply(kernel.schedule(), kernel.signature(), kernel.accepted());
        } catch (DiagnosticException e) {
            throw new IllegalStateException(
                    "the schedule of " + kernel.signature().name() + " was accepted before", e);
        }
    }

    /**
     * Layouts with more banks than the array has: registers before banks that would be some themselves, as these take more logic to find an
     * element in. Those with fewest banks come first, of as many as the accesses need; with fewer, which may still help, those with most.
     *
     * @param banks that the accesses of an iteration need, each of them
     * @param accesses in an iteration, which often go to as many banks, or half as many
     * @param dimensions in which they differ; to split another one leaves them together
     */
    List<Schedule.ArrayEdit> finerLayouts(int banks, int accesses, SortedSet<Integer> dimensions) {
        List<Split> candidates = new ArrayList<>();
        dimensions.forEach(dimension -> addSplits(dimension, accesses, candidates));
        candidates.sort(Comparator.comparingInt(this::banks));
        Predicate<Split> suffices = split -> banks(split) >= banks * banksNow(split.dimension());
        return Stream.of(
                        candidates.stream()
                                .filter(suffices.and(this::leavesMemories))
                                .map(this::with),
                        registers().stream(),
                        candidates.stream()
                                .filter(suffices.and(split -> !leavesMemories(split)))
                                .map(this::with),
                        candidates.reversed().stream().filter(suffices.negate()).map(this::with))
                .flatMap(edits -> edits)
                .toList();
    }

    /** Whether banks are so large that they are no registers. */
    private boolean leavesMemories(Split split) {
        return type.elements() > MemoryBinding.REGISTER_WORDS * banks(split);
    }

    /** One array of registers: any element is there for any number of accesses, with an index that need not be known. */
    private Optional<Schedule.ArrayEdit> registers() {
        return type.elements() <= MOST_BANKS && directives.storage() != StorageKind.REGISTER
                ? Optional.of(new Schedule.ArrayEdit(
                        without(directives.partitions()), without(directives.reshapes()), StorageKind.REGISTER))
                : Optional.empty();
    }

    /** An edit that takes splits away, if there are any. */
    private static @Nullable List<Split> without(List<Split> splits) {
        return splits.isEmpty() ? null : List.of();
    }

    /** Layouts that are read in the cycle of the request: LUTs, and registers if there are few elements. */
    List<Schedule.ArrayEdit> fasterLayouts() {
        List<Schedule.ArrayEdit> layouts = new ArrayList<>();
        if (type.elements() * type.element().width() <= MOST_LUTRAM_BITS) {
            layouts.add(new Schedule.ArrayEdit(null, null, StorageKind.LUTRAM));
        }
        if (type.elements() <= MOST_BANKS) {
            layouts.add(new Schedule.ArrayEdit(List.of(new Split(0, PartitionKind.COMPLETE, 0)), null, null));
        }
        return layouts;
    }

    private void addSplits(int dimension, int accesses, List<Split> candidates) {
        int extent = type.extents().get(dimension - 1);
        int now = banksNow(dimension);
        SortedSet<Integer> factors = new TreeSet<>(List.of(Math.ceilDiv(accesses, 2), accesses));
        for (int factor = 2 * now; factor < MOST_BANKS; factor *= 2) {
            factors.add(factor);
        }
        for (int factor : factors) {
            if (factor > now && factor < Math.min(extent, MOST_BANKS)) {
                candidates.add(new Split(dimension, PartitionKind.CYCLIC, factor));
                candidates.add(new Split(dimension, PartitionKind.BLOCK, factor));
            }
        }
        if (now < extent && extent <= MOST_BANKS) {
            candidates.add(new Split(dimension, PartitionKind.COMPLETE, 0));
        }
    }

    private int banksNow(int dimension) {
        return directives.partitions().stream()
                .filter(split -> split.dimension() == dimension || split.dimension() == 0)
                .mapToInt(this::banks)
                .findFirst()
                .orElse(1);
    }

    private int banks(Split split) {
        return split.kind() == PartitionKind.COMPLETE
                ? split.dimension() == 0 ? Integer.MAX_VALUE : type.extents().get(split.dimension() - 1)
                : split.factor();
    }

    /** The layout with one dimension split anew. */
    private Schedule.ArrayEdit with(Split split) {
        List<Split> splits = new ArrayList<>(directives.partitions().stream()
                .filter(old -> old.dimension() != split.dimension())
                .toList());
        splits.add(split);
        return new Schedule.ArrayEdit(splits, null, null);
    }
}
