package org.gatesmith.hls.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.range.RandomLoops;
import org.junit.jupiter.api.Test;

/** What a cost says is what the interpreter counts. */
class KernelCostPropertiesTest {

    @Property(tries = 300, seed = "1")
    void costsOfRandomProgramsAreCounts(@ForAll long seed) {
        check(RandomPrograms.program(seed), seed);
    }

    @Property(tries = 300, seed = "1")
    void costsOfSimplifiedProgramsAreCounts(@ForAll long seed) throws DiagnosticException {
        check(Pipeline.standard().run(RandomPrograms.program(seed)), seed);
    }

    @Property(tries = 500, seed = "1")
    void costsOfNestedLoopsAreCounts(@ForAll long seed) throws DiagnosticException {
        Program program = RandomLoops.program(seed);
        check(program, seed);
        check(Pipeline.standard().run(program), seed);
    }

    /** Exact costs are common enough among random programs for the properties above to mean something. */
    @Test
    void manyCostsAreExact() throws DiagnosticException {
        int exact = 0;
        for (long seed = 0; seed < 200; seed++) {
            Program program = Pipeline.standard().run(RandomLoops.program(seed));
            exact += KernelCost.of(program, RandomPrograms.scalars(seed)).isExact() ? 1 : 0;
        }
        assertThat(exact).isGreaterThan(150);
    }

    private static void check(Program program, long seed) {
        Map<String, Long> scalars = RandomPrograms.scalars(seed);
        KernelCost cost = KernelCost.of(program, scalars);
        ExecutionCounts counts = new ExecutionCounts(program);
        String fault = RandomPrograms.run(program, seed, counts).fault();
        if (!fault.isEmpty() || cost.reservations().contains(Reservation.ESTIMATE)) {
            return;
        }
        String text = scalars + "\n" + cost + "\n" + IrPrinter.print(program);
        if (cost.isExact()) {
            exactly(cost, counts, text);
        } else {
            assertThat(cost.reservations()).as(text).isSubsetOf(Set.of(Reservation.AT_MOST, Reservation.COARSE));
            atMost(cost, counts, text);
        }
    }

    private static void exactly(KernelCost cost, ExecutionCounts counts, String text) {
        for (OperationKind kind : OperationKind.values()) {
            assertThat(operations(cost, kind)).as("%s in %s", kind, text).isEqualTo(counts.operations(kind));
        }
        assertThat(reads(cost)).as(text).isEqualTo(counts.reads());
        assertThat(writes(cost)).as(text).isEqualTo(counts.writes());
        for (LoopCost loop : cost.loops()) {
            ExecutionCounts.Loop counted = counts.loop(loop.name());
            assertThat(loop.entries()).as("entries of %s in %s", loop, text).isEqualTo(counted.entries);
            if (counted.iterations > 0 && !counted.unseen) {
                assertThat(loop.iterations()).as("%s in %s", loop, text).isEqualTo(counted.iterations);
                assertThat(loop.minTrips()).as("%s in %s", loop, text).isEqualTo(counted.minTrips);
                assertThat(loop.maxTrips()).as("%s in %s", loop, text).isEqualTo(counted.maxTrips);
            }
        }
    }

    private static void atMost(KernelCost cost, ExecutionCounts counts, String text) {
        for (OperationKind kind : OperationKind.values()) {
            assertThat(operations(cost, kind))
                    .as("%s in %s", kind, text)
                    .isGreaterThanOrEqualTo(counts.operations(kind));
        }
        assertThat(reads(cost)).as(text).isGreaterThanOrEqualTo(counts.reads());
        assertThat(writes(cost)).as(text).isGreaterThanOrEqualTo(counts.writes());
        for (LoopCost loop : cost.loops()) {
            ExecutionCounts.Loop counted = counts.loop(loop.name());
            assertThat(loop.iterations()).as("%s in %s", loop, text).isGreaterThanOrEqualTo(counted.iterations);
            assertThat(loop.maxTrips()).as("%s in %s", loop, text).isGreaterThanOrEqualTo(counted.maxTrips);
        }
    }

    private static long operations(KernelCost cost, OperationKind kind) {
        return cost.operations().data(kind) + cost.operations().addressing().getOrDefault(kind, 0L);
    }

    private static long reads(KernelCost cost) {
        return cost.ports().stream().mapToLong(PortTraffic::reads).sum();
    }

    private static long writes(KernelCost cost) {
        return cost.ports().stream().mapToLong(PortTraffic::writes).sum();
    }
}
