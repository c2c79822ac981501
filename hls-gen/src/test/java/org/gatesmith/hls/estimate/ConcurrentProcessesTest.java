package org.gatesmith.hls.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.estimate.ProcessTrace.Access;
import org.gatesmith.hls.estimate.ProcessTrace.Part;
import org.gatesmith.hls.estimate.ProcessTrace.Pipeline;
import org.gatesmith.hls.estimate.ProcessTrace.Repeat;
import org.gatesmith.hls.estimate.ProcessTrace.Steps;
import org.gatesmith.hls.estimate.ProcessTrace.Work;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.scheduler.Schedules;
import org.junit.jupiter.api.Test;

/** Two processes, a writer and a reader of one FIFO. */
final class ConcurrentProcessesTest {

    private static final ModuleDesign.Dataflow MODULE =
            (ModuleDesign.Dataflow) Schedules.schedule("""
                    function kernel(%out: port<i32>, %n: i32) [dataflow] {
                        %f: fifo<i32> = fifo 2
                        call writer(%f, %n)
                        call reader(%f, %out)
                    }
                    function writer(%f: fifo<i32>, %n: i32) {
                        write %f, %n
                    }
                    function reader(%f: fifo<i32>, %out: port<i32>) {
                        %0: i32 = const 0
                        %1: i32 = read %f
                        store %out[%0] = %1
                    }
                    """).design().top();

    private static final Value FIFO =
            MODULE.processes().getFirst().call().operands().getFirst();

    private static final Unit.PipelinedLoop LOOP =
            Schedules.pipeline(Schedules.schedule("""
                    function kernel(%out: port<i32>, %n: i32) {
                        %0: i32 = const 0
                        for kernel.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                            store %out[%i] = %i
                        }
                    }
                    """).design());

    private static Unit.PipelinedLoop loop(int interval, int depth) {
        return new Unit.PipelinedLoop(LOOP.loop(), List.of(), interval, depth, LOOP.bounds(), List.of());
    }

    private static Pipeline writes(int interval, int depth, int step, long trips) {
        return new Pipeline(loop(interval, depth), trips, List.of(new Access(step, FIFO, true)), Optional.empty(), 0);
    }

    private static Pipeline reads(int interval, int depth, int step, long trips) {
        return new Pipeline(loop(interval, depth), trips, List.of(new Access(step, FIFO, false)), Optional.empty(), 0);
    }

    private static List<Long> ends(int capacity, List<Part> writer, List<Part> reader) {
        List<ConcurrentProcesses.Start> starts =
                List.of(new ConcurrentProcesses.Start(0, List.of()), new ConcurrentProcesses.Start(0, List.of()));
        return ConcurrentProcesses.times(
                        MODULE,
                        starts,
                        List.of(process(writer), process(reader)),
                        new FifoFollowing(Map.of(FIFO, capacity)))
                .ends();
    }

    private static ProcessCycles process(List<Part> parts) {
        long accesses = parts.stream().mapToLong(Part::accesses).sum();
        return new ProcessCycles(1, 0, 0, 0, 0, Optional.of(new ProcessTrace(parts, accesses)));
    }

    /** The first word is written in cycle 104: 100 of work, one to set up, step 2. */
    @Test
    void aReaderWaitsForTheFirstWord() {
        assertThat(ends(16, List.of(new Work(100), writes(1, 3, 2, 10)), List.of(reads(1, 5, 0, 10))))
                .containsExactly(1 + 100 + 9 + 3L, 104 + 1 + 9 + 4L);
    }

    /** Two words fit; the third is written in the cycle after the first was read, which is 52. */
    @Test
    void aFullFifoHoldsUpItsWriter() {
        assertThat(ends(2, List.of(writes(1, 1, 0, 4)), List.of(new Work(50), reads(1, 1, 0, 4))))
                .containsExactly(54L, 55L);
    }

    /** In the loop that may let go on those before a waiting iteration, its last one is done while the next waits. */
    @Test
    void iterationsBeforeAWaitingOneGoOn() {
        List<Part> writer = List.of(new Steps(1, List.of(new Access(0, FIFO, true))), new Work(99), writes(1, 1, 0, 1));
        assertThat(ends(2, writer, List.of(reads(1, 20, 0, 2)))).containsExactly(102L, 103 + 19L);
    }

    @Test
    void atLargerIntervalsAllIterationsWait() {
        List<Part> writer = List.of(new Steps(1, List.of(new Access(0, FIFO, true))), new Work(99), writes(2, 1, 0, 1));
        assertThat(ends(2, writer, List.of(reads(2, 20, 0, 2)))).containsExactly(102L, 103 + 19L);
    }

    /** Iterations 0 and 3 read. */
    @Test
    void accessesWhoseConditionFailsTakeNoWord() {
        Optional<BitSet> made = Optional.of(BitSet.valueOf(new long[] {0b1001}));
        List<Part> reader = List.of(new Pipeline(loop(1, 1), 4, List.of(new Access(0, FIFO, false)), made, 0));
        assertThat(ends(2, List.of(new Work(50), writes(1, 1, 0, 2)), reader)).containsExactly(53L, 52 + 1 + 3L);
    }

    @Test
    void repeatedPartsFollowEachOther() {
        List<Part> writer = List.of(new Repeat(3, List.of(new Work(10), writes(1, 2, 1, 1))));
        assertThat(ends(2, writer, List.of(reads(1, 1, 0, 3)))).containsExactly(39L, 40L);
    }

    @Test
    void whatALoopWaitsIsCounted() {
        Pipeline reads = reads(1, 5, 0, 10);
        List<ConcurrentProcesses.Start> starts =
                List.of(new ConcurrentProcesses.Start(0, List.of()), new ConcurrentProcesses.Start(0, List.of()));
        List<ProcessCycles> processes =
                List.of(process(List.of(new Work(100), writes(1, 3, 2, 10))), process(List.of(reads)));
        ConcurrentProcesses.Times times =
                ConcurrentProcesses.times(MODULE, starts, processes, new FifoFollowing(Map.of(FIFO, 16)));

        assertThat(times.waits()).containsEntry(reads.unit(), times.ends().getLast() - (1L + 9 + 5));
    }

    /** Of a FIFO that would have to be followed for too long. */
    @Test
    void whatIsTooMuchToFollowIsEstimated() {
        List<Part> writer = List.of(new Work(1000), writes(1, 1, 0, TraceRecorder.MOST));
        assertThat(ends(2, writer, List.of(reads(1, 1, 0, 4)))).containsExactly(1L, 1L);
    }

    /** Nobody writes the second word. */
    @Test
    void aStandstillIsEstimated() {
        assertThat(ends(2, List.of(writes(1, 1, 0, 1)), List.of(reads(1, 1, 0, 2))))
                .containsExactly(1L, 1L);
    }

    @Test
    void aProcessThatTakesAnArrayStartsAfterItsWriter() {
        List<ConcurrentProcesses.Start> starts =
                List.of(new ConcurrentProcesses.Start(0, List.of()), new ConcurrentProcesses.Start(0, List.of(0)));
        List<ProcessCycles> processes = List.of(process(List.of(new Work(7))), process(List.of(new Work(5))));
        ConcurrentProcesses.Times times =
                ConcurrentProcesses.times(MODULE, starts, processes, new FifoFollowing(Map.of()));

        assertThat(times.begins()).containsExactly(0L, 8L);
        assertThat(times.ends()).containsExactly(7L, 13L);
    }
}
