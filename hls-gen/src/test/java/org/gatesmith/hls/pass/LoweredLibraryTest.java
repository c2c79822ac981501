package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.cost.LibrarySource;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.dependence.PortAccess;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the analyses say of the library's kernels on the way to Verilog. */
class LoweredLibraryTest {

    /** Each sum of the float product comes back after as many iterations as there are tiles, in one loop over all of them. */
    @Test
    void theSumsOfTheFloatProductAreABlockApart() throws DiagnosticException {
        Program program = lowered(LibrarySource.GEMM_F32, Map.of("ROWS", 2L, "COLS", 2L, "BLOCK", 16L));
        List<Dependence> flows = flows(program, "multiply.tj");
        assertThat(flows).hasSize(4).allSatisfy(flow -> {
            assertThat(flow.distance()).isEqualTo(16);
            assertThat(flow.evidence()).isInstanceOf(Dependence.Proved.class);
        });
    }

    /** A line of the image may be short, and then one pixel's line buffer would have to wait for another's. */
    @ParameterizedTest
    @EnumSource(names = {"IMAGE_FILTER", "JACOBI_2D"})
    void lineBuffersNeverMakeAnIterationWait(LibrarySource source) throws DiagnosticException {
        Program program = lowered(source, Map.of());
        for (Function function : program.functions()) {
            for (Op.For loop : LoopNest.pipelined(function.body())) {
                assertThat(flows(program, loop.label())).as(loop.label()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GEMM_F32", "JACOBI_2D", "IMAGE_FILTER"})
    void everyAccessToBoardMemoryIsABurst(LibrarySource source) throws DiagnosticException {
        List<PortAccess> accesses = portAccesses(lowered(source, Map.of()));
        assertThat(accesses).isNotEmpty();
        assertThat(accesses).allSatisfy(access -> {
            assertThat(access.pattern()).isInstanceOf(PortAccess.Burst.class);
            assertThat(access.access().guard()).isNull();
        });
    }

    /** Lanes have a condition each, which fails at the edges of a matrix or the end of a vector only. */
    @ParameterizedTest
    @EnumSource(names = {"GEMM_I8", "VECTOR_ADD"})
    void theLanesOfUnrolledLoopsAreBurstsTogether(LibrarySource source) throws DiagnosticException {
        List<PortAccess> accesses = portAccesses(lowered(source, Map.of()));
        assertThat(accesses).hasSizeGreaterThan(16);
        assertThat(accesses).extracting(PortAccess::pattern).hasOnlyElementsOfType(PortAccess.Burst.class);
    }

    private static List<PortAccess> portAccesses(Program program) {
        MemoryAnalysis analysis = MemoryAnalysis.of(program);
        List<PortAccess> accesses = new ArrayList<>();
        program.functions().forEach(function -> accesses.addAll(analysis.portAccesses(function)));
        return accesses;
    }

    private static Program lowered(LibrarySource source, Map<String, Long> tunables) throws DiagnosticException {
        return Pipeline.rtl().run(source.compile(tunables).program());
    }

    /** Stores that a later iteration of the loop reads. */
    private static List<Dependence> flows(Program program, String label) {
        MemoryAnalysis analysis = MemoryAnalysis.of(program);
        List<Dependence> found = new ArrayList<>();
        for (Function function : program.functions()) {
            LoopNest.pipelined(function.body()).stream()
                    .filter(loop -> loop.label().equals(label))
                    .forEach(loop -> found.addAll(analysis.dependences(function, loop)));
        }
        return found.stream()
                .filter(d -> d.kind() == Dependence.Kind.FLOW && d.distance() > 0)
                .toList();
    }
}
