package org.gatesmith.host.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The loops of a kernel with their schedule.
 *
 * @param rows in source order, outer before inner
 * @param kernelCycles predicted cycles of one call of the kernel, if known: what shares are shares of
 */
public record LoopTable(List<Row> rows, OptionalLong kernelCycles) {

    public LoopTable {
        rows = List.copyOf(rows);
    }

    /**
     * One loop.
     *
     * @param name such as {@code gemm.kk}
     * @param depth number of loops around it
     * @param source where it stands
     * @param schedule what was asked for, such as {@code pipeline II=1} and {@code unroll 16}
     * @param tripCount iterations of one pass through the loop, if known
     * @param targetInterval cycles between starts of iterations that were asked for, if the loop is pipelined
     * @param interval cycles between starts of iterations that the schedule reaches, if known
     * @param cycles predicted cycles of all passes through the loop in one call of the kernel, if known
     * @param remark such as why the interval is missed; may be empty
     */
    public record Row(
            String name,
            int depth,
            Optional<SourceLine> source,
            List<String> schedule,
            OptionalLong tripCount,
            OptionalLong targetInterval,
            OptionalLong interval,
            OptionalLong cycles,
            String remark) {

        public Row {
            schedule = List.copyOf(schedule);
        }
    }
}
