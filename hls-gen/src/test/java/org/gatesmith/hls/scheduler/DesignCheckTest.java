package org.gatesmith.hls.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.junit.jupiter.api.Test;

/** Faults that are put into a sound design are found. */
final class DesignCheckTest {

    private static final String HISTOGRAM = """
            function kernel(%in: port<i32>, %out: port<i32>, %n: i32) {
                %0: i32 = const 0
                %1: i32 = const 1
                %counts: i32[256] = array
                for kernel.i (%i: i32 = %0; %i < %n; %i += 1) carry (%sum: i32 = %0) [pipeline 1] {
                    %x: i32 = load %in[%i]
                    %2: i32 = load %counts[%x]
                    %3: i32 = add %2, %1
                    store %counts[%x] = %3
                    %4: i32 = mul %sum, %x
                    yield %4
                }
            }
            """;

    private static List<String> problems(Predicate<Placement> which, UnaryOperator<Placement> fault) {
        return DesignCheck.problems(changed(loop -> loop(
                loop,
                loop.placements().stream()
                        .map(placement -> which.test(placement) ? fault.apply(placement) : placement)
                        .toList(),
                loop.interval())));
    }

    private static Design changed(UnaryOperator<Unit.PipelinedLoop> change) {
        Design design = Schedules.schedule(HISTOGRAM).design();
        ModuleDesign.Sequential top = (ModuleDesign.Sequential) design.top();
        List<Unit> units = top.body().units().stream()
                .map(unit -> unit instanceof Unit.PipelinedLoop loop ? change.apply(loop) : unit)
                .toList();
        ModuleDesign changed =
                new ModuleDesign.Sequential(top.function(), new Sequence(units), top.memories(), top.resources());
        return new Design(design.program(), design.signature(), design.clock(), List.of(changed));
    }

    private static Unit.PipelinedLoop loop(Unit.PipelinedLoop loop, List<Placement> placements, int interval) {
        return new Unit.PipelinedLoop(loop.loop(), placements, interval, loop.depth(), loop.bounds(), loop.fences());
    }

    private static Placement at(Placement placement, int step) {
        return new Placement(
                placement.op(), step, placement.latency(), placement.readyNanoseconds(), placement.resource());
    }

    private static boolean is(Placement placement, Operator operator) {
        return placement.op() instanceof Op.Compute op && op.operator() == operator;
    }

    @Test
    void aSoundDesignHasNoProblems() {
        assertThat(DesignCheck.problems(changed(loop -> loop))).isEmpty();
    }

    @Test
    void anOperationBeforeItsOperandIsFound() {
        assertThat(problems(placement -> is(placement, Operator.ADD), placement -> at(placement, 0)))
                .anyMatch(problem -> problem.contains("it starts before its operand is there"));
    }

    @Test
    void anOperationThatEndsAfterItsUnitIsFound() {
        assertThat(problems(placement -> is(placement, Operator.MUL), placement -> at(placement, 1000)))
                .anyMatch(problem -> problem.contains("it ends after the unit"));
    }

    @Test
    void aChainLongerThanTheCycleIsFound() {
        assertThat(problems(
                        placement -> is(placement, Operator.ADD),
                        placement -> new Placement(placement.op(), placement.step(), 0, 2.5, placement.resource())))
                .anyMatch(problem -> problem.contains("it takes longer than a cycle"));
    }

    @Test
    void anIntervalBelowTheRecurrenceIsFound() {
        assertThat(DesignCheck.problems(changed(loop -> loop(loop, loop.placements(), 1))))
                .anyMatch(problem -> problem.contains("it starts before the iteration before has its operand"))
                .anyMatch(problem -> problem.contains("it overtakes an access before it"));
    }

    @Test
    void twoAccessesOfOnePortInACycleAreFound() {
        List<String> clash = DesignCheck.problems(changed(loop -> {
            Placement load = loop.placements().stream()
                    .filter(placement -> placement.op() instanceof Op.Load read
                            && "counts".equals(read.memory().name()))
                    .findFirst()
                    .orElseThrow();
            List<Placement> placements = loop.placements().stream()
                    .map(placement -> placement.op() instanceof Op.Store
                            ? new Placement(placement.op(), load.step() + loop.interval(), 0, 0, load.resource())
                            : placement)
                    .toList();
            return loop(loop, placements, loop.interval());
        }));
        assertThat(clash).anyMatch(problem -> problem.contains("it shares a resource with another in one cycle"));
    }

    @Test
    void anOperationWithoutAPlaceIsFound() {
        assertThat(DesignCheck.problems(changed(loop -> loop(
                        loop,
                        loop.placements().stream()
                                .filter(placement -> !is(placement, Operator.ADD))
                                .toList(),
                        loop.interval()))))
                .anyMatch(problem -> problem.contains("no place for"));
    }
}
