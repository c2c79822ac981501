package org.gatesmith.hls.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.interp.Settings;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's kernels, run by the interpreter at sizes with and without edges, do what their costs say. */
class LibraryRunsTest {

    @ParameterizedTest
    @CsvSource({
        "GEMM_I8, ROWS=4 COLS=4 DEPTH=64 BLOCK=2, m=0 n=3 k=3",
        "GEMM_I8, ROWS=4 COLS=4 DEPTH=64 BLOCK=2, m=3 n=5 k=0",
        "GEMM_I8, ROWS=4 COLS=4 DEPTH=64 BLOCK=2, m=16 n=8 k=64",
        "GEMM_I8, ROWS=4 COLS=8 DEPTH=64 BLOCK=2, m=9 n=17 k=65",
        "GEMM_I8, ROWS=4 COLS=4 DEPTH=64 BLOCK=1, m=1 n=13 k=130",
        "GEMM_F32, ROWS=2 COLS=2 DEPTH=32 BLOCK=4, m=8 n=16 k=32",
        "GEMM_F32, ROWS=2 COLS=4 DEPTH=32 BLOCK=4, m=11 n=17 k=45",
        "GEMM_F32, ROWS=2 COLS=2 DEPTH=32 BLOCK=4, m=1 n=0 k=7",
        "VECTOR_ADD, '', n=0",
        "VECTOR_ADD, '', n=1",
        "VECTOR_ADD, '', n=1021",
        "IMAGE_FILTER, MAX_WIDTH=1024, h=1 w=1 mode=0",
        "IMAGE_FILTER, MAX_WIDTH=1024, h=2 w=1 mode=1",
        "IMAGE_FILTER, MAX_WIDTH=1024, h=17 w=31 mode=1",
        "IMAGE_FILTER, MAX_WIDTH=1024, h=8 w=32 mode=0",
        "ATTENTION, DIM=8, heads=1 queries=1 keys=0",
        "ATTENTION, DIM=8, heads=0 queries=3 keys=2",
        "ATTENTION, DIM=8, heads=3 queries=7 keys=11",
        "POSIT_DOT, '', count=0",
        "POSIT_DOT, '', count=37",
    })
    void aRunDoesWhatTheCostSays(LibrarySource source, String tunables, String scalars) throws FaultException {
        CompiledKernel kernel = source.compile(values(tunables));
        KernelCost cost = KernelCost.of(kernel.program(), values(scalars));
        ExecutionCounts counts = new ExecutionCounts(kernel.program());
        Map<String, CountedMemory> ports = new LinkedHashMap<>();
        Map<String, Argument> arguments = arguments(kernel, values(scalars), ports);

        Interpreter.of(kernel.program(), Settings.DEFAULT, counts).run(arguments);

        // Attention and posits branch on data: what they do on these is at most what the cost says.
        boolean exact = cost.isExact();
        boolean branchesOnData = source == LibrarySource.ATTENTION || source == LibrarySource.POSIT_DOT;
        assertThat(exact || branchesOnData).isTrue();
        for (OperationKind kind : OperationKind.values()) {
            long said = cost.operations().data(kind)
                    + cost.operations().addressing().getOrDefault(kind, 0L);
            assertThat(said).as(kind.toString()).isGreaterThanOrEqualTo(counts.operations(kind));
            assertThat(!exact || said == counts.operations(kind))
                    .as(kind.toString())
                    .isTrue();
        }
        for (PortTraffic traffic : cost.ports()) {
            CountedMemory memory = ports.get(traffic.port());
            assertThat(traffic.reads()).as(traffic.port()).isEqualTo(memory.reads);
            assertThat(traffic.writes()).as(traffic.port()).isEqualTo(memory.writes);
        }
        for (LoopCost loop : cost.loops()) {
            ExecutionCounts.Loop counted = counts.loop(loop.name());
            assertThat(List.of(loop.entries(), loop.iterations()))
                    .as(loop.name())
                    .isEqualTo(List.of(counted.entries, counted.iterations));
            // The three processes of attention that load share a loop, so which iteration is whose cannot be told.
            if (source != LibrarySource.ATTENTION) {
                assertThat(loop.maxTrips()).as(loop.name()).isEqualTo(counted.maxTrips);
            }
            assertThat(loop.tripsKnown()).isTrue();
        }
    }

    private static Map<String, Long> values(String text) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String assignment : text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1))) {
            int sign = assignment.indexOf('=');
            values.put(assignment.substring(0, sign), Long.valueOf(assignment.substring(sign + 1)));
        }
        return values;
    }

    /** Random bits, with a count of the accesses. */
    private static final class CountedMemory implements PortMemory {
        private final long[] elements;
        private long reads;
        private long writes;

        CountedMemory(long size) {
            elements = new Random(size).longs(size).toArray();
        }

        @Override
        public long load(long index) {
            reads++;
            return elements[(int) index];
        }

        @Override
        public void store(long index, long rawValue) {
            writes++;
            elements[(int) index] = rawValue;
        }

        @Override
        public long size() {
            return elements.length;
        }
    }

    private static Map<String, Argument> arguments(
            CompiledKernel kernel, Map<String, Long> scalars, Map<String, CountedMemory> ports) {
        Map<String, Argument> arguments = new HashMap<>();
        for (Parameter parameter : kernel.signature().parameters()) {
            switch (parameter) {
                case Parameter.Scalar scalar -> arguments.put(scalar.name(), Argument.of(scalars.get(scalar.name())));
                case Parameter.Array array -> {
                    List<Long> extents = new ArrayList<>();
                    for (Formula extent : array.shape()) {
                        extents.add(extent.evaluate(scalars));
                    }
                    CountedMemory memory = new CountedMemory(extents.stream().reduce(1L, Math::multiplyExact));
                    ports.put(array.name(), memory);
                    arguments.put(array.name(), Argument.of(memory));
                }
            }
        }
        return arguments;
    }
}
