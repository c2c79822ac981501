package org.gatesmith.hls.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;

/**
 * Two accesses in a flattened nest of two loops, with indices that are sums of its counters: whenever they meet after some
 * iterations, a dependence is reported whose distance is no larger; and where it is proved, the accesses meet just then.
 */
class DependenceSoundnessTest {

    private static final int ROWS = 5;

    /** An index {@code (i · row + j · column + offset) & mask}; the row counts when the column has counted through. */
    private record Index(int row, int column, int offset, int mask) {
        int at(int iteration, int columns) {
            return (row * (iteration / columns) + column * (iteration % columns) + offset) & mask;
        }

        String ops(String name) {
            return """
                    %NAME.r: i32 = const ROW
                    %NAME.c: i32 = const COLUMN
                    %NAME.o: i32 = const OFFSET
                    %NAME.p: i32 = mul %i, %NAME.r
                    %NAME.q: i32 = mul %j, %NAME.c
                    %NAME.s: i32 = add %NAME.p, %NAME.q
                    %NAME.t: i32 = add %NAME.s, %NAME.o
                    %NAME.m: i32 = const MASK
                    %NAME: i32 = and %NAME.t, %NAME.m
                    """.replace("NAME", name)
                    .replace("ROW", "" + row)
                    .replace("COLUMN", "" + column)
                    .replace("OFFSET", "" + offset)
                    .replace("MASK", "" + mask);
        }
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void noMeetingIsMissed(
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll @IntRange(max = 4) int readRow,
            @ForAll @IntRange(max = 3) int readColumn,
            @ForAll @IntRange(max = 8) int readOffset,
            @ForAll @IntRange(max = 4) int writtenRow,
            @ForAll @IntRange(max = 3) int writtenColumn,
            @ForAll @IntRange(max = 8) int writtenOffset,
            @ForAll @IntRange(min = 1, max = 6) int maskBits,
            @ForAll boolean alike) {
        int mask = (1 << maskBits) - 1;
        Index read = new Index(readRow, readColumn, readOffset, mask);
        Index written = alike
                ? new Index(readRow, readColumn, writtenOffset, mask)
                : new Index(writtenRow, writtenColumn, writtenOffset, mask);
        Program program = program(read, written, columns);
        Op.For loop = loop(program.top());
        List<Dependence> found = MemoryAnalysis.of(program).dependences(program.top(), loop);
        check(found, Dependence.Kind.ANTI, nearest(read, written, columns, 0));
        check(found, Dependence.Kind.FLOW, nearest(written, read, columns, 1));
    }

    private static void check(List<Dependence> found, Dependence.Kind kind, OptionalLong nearest) {
        List<Dependence> ofKind = found.stream().filter(d -> d.kind() == kind).toList();
        assertThat(ofKind).hasSizeLessThanOrEqualTo(1);
        if (nearest.isPresent()) {
            assertThat(ofKind).singleElement().satisfies(d -> {
                assertThat(d.distance()).isLessThanOrEqualTo(nearest.getAsLong());
                if (d.evidence() instanceof Dependence.Proved) {
                    assertThat(d.distance()).isEqualTo(nearest.getAsLong());
                }
            });
        }
    }

    /** Fewest iterations, at least {@code least}, from an access of {@code from} to one of {@code to} that it meets. */
    private static OptionalLong nearest(Index from, Index to, int columns, int least) {
        int iterations = ROWS * columns;
        for (int distance = least; distance < iterations; distance++) {
            for (int first = 0; first + distance < iterations; first++) {
                if (from.at(first, columns) == to.at(first + distance, columns)) {
                    return OptionalLong.of(distance);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static Op.For loop(Function function) {
        return function.body().ops().stream()
                .filter(Op.For.class::isInstance)
                .map(Op.For.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Program program(Index read, Index written, int columns) {
        return IrText.parse("""
                function f(%n: i32) {
                    %0: i32 = const 0
                    %1: i32 = const 1
                    %last: i32 = const LAST
                    %all: i32 = const ALL
                    %t: i32[64] = array [zeroed]
                    %row: i32, %column: i32 = for f.j (%k: i32 = %0; %k < %all; %k += 1) carry (%i: i32 = %0, %j: i32 = %0) [pipeline 1] {
                INDICES
                        %v: i32 = load %t[%read]
                        store %t[%written] = %v
                        %ends: u1 = eq %j, %last
                        %j.1: i32 = add %j, %1
                        %j.2: i32 = select %ends, %0, %j.1
                        %i.1: i32 = add %i, %1
                        %i.2: i32 = select %ends, %i.1, %i
                        yield %i.2, %j.2
                    }
                }
                """.replace("LAST", "" + (columns - 1))
                .replace("ALL", "" + ROWS * columns)
                .replace("INDICES\n", read.ops("read") + written.ops("written")));
    }
}
