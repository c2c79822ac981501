package org.gatesmith.hls.schedule;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.LoopDirectives.TripCount;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule file says. It may change cycles and area, never results. What an edit leaves out stays as the source has it.
 *
 * @param tunables values of tunable constants
 * @param loops by label, {@code method.counter}
 * @param arrays by name, qualified by the method that declares it ({@code method.name}), or bare where unique
 * @param fifos capacities, named like arrays
 * @param ports by parameter
 */
public record Schedule(
        Map<String, Entry<Long>> tunables,
        Map<String, Entry<LoopEdit>> loops,
        Map<String, Entry<ArrayEdit>> arrays,
        Map<String, Entry<Integer>> fifos,
        Map<String, Entry<PortEdit>> ports) {

    public static final Schedule EMPTY = new Schedule(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** A value and where the file states it. */
    public record Entry<T>(T value, Span span) {}

    /** Directives of one loop. */
    public record LoopEdit(
            OptionalInt pipelineInterval,
            OptionalInt unrollFactor,
            @Nullable Boolean parallel,
            @Nullable TripCount tripCount) {}

    /** Layout of one array. */
    public record ArrayEdit(
            @Nullable List<Split> partitions,
            @Nullable List<Split> reshapes,
            @Nullable StorageKind storage) {}

    /**
     * Placement of one memory port.
     *
     * @param bundle memory interface; ports of one bundle share it
     * @param bank memory bank of the board, by its connectivity name
     */
    public record PortEdit(
            @Nullable String bundle, @Nullable String bank) {}
}
