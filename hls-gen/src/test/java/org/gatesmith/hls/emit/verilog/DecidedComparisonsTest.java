package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.rtl.RtlKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A comparison whose outcome is known is a constant, and no other is. */
class DecidedComparisonsTest {

    private static final List<IntType> TYPES = Stream.of(1, 2, 3)
            .flatMap(width -> Stream.of(new IntType(width, false), new IntType(width, true)))
            .toList();

    /** A number and what it can be. */
    private record Side(IntegerTerms.Number number, List<Long> values) {

        static Stream<Side> all(String name) {
            return TYPES.stream().flatMap(type -> {
                Term variable = new Signal(name, type.width(), Signal.Kind.WIRE, null).term();
                List<Long> values = LongStream.rangeClosed(
                                type.min().longValueExact(), type.max().longValueExact())
                        .boxed()
                        .toList();
                Stream<Side> constants = values.stream()
                        .map(value -> new Side(
                                new IntegerTerms.Number(Terms.bits(type.width(), BigInteger.valueOf(value)), type),
                                List.of(value)));
                return Stream.concat(Stream.of(new Side(new IntegerTerms.Number(variable, type), values)), constants);
            });
        }
    }

    private static boolean holds(Operator relation, long left, long right) {
        return switch (relation) {
            case EQ -> left == right;
            case NE -> left != right;
            case LT -> left < right;
            case LE -> left <= right;
            case GT -> left > right;
            case GE -> left >= right;
            default -> throw new IllegalArgumentException(relation.mnemonic());
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"EQ", "NE", "LT", "LE", "GT", "GE"})
    void aComparisonIsAConstantWhereAllNumbersOfTheTypesAgree(Operator relation) {
        List<Side> rights = Side.all("right").toList();
        Side.all("left")
                .forEach(left -> rights.forEach(right -> {
                    Set<Boolean> outcomes = new HashSet<>();
                    left.values().forEach(a -> right.values().forEach(b -> outcomes.add(holds(relation, a, b))));

                    Term term = IntegerTerms.compare(relation, left.number(), right.number());

                    if (outcomes.size() == 1) {
                        assertThat(term)
                                .as("%s %s %s", left, relation, right)
                                .isEqualTo(outcomes.contains(true) ? Terms.TRUE : Terms.FALSE);
                    } else {
                        assertThat(term).as("%s %s %s", left, relation, right).isInstanceOf(Term.Compare.class);
                    }
                }));
    }

    /** Narrowing leaves such comparisons in the operators: a shift by {@code below > 63} where {@code below} has six bits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x[i] / 3.0",
                "3.0 / x[i]",
                "(float) x[i] / 3f",
                "(double) ((long) x[i] % 1000003L) - Math.sqrt(x[i]) * (float) x[i]"
            })
    void floatingPointWithConstantsIsFreeOfWarnings(String value, @TempDir Path folder) throws DiagnosticException {
        assumeTrue(Simulation.canLint(), "verilator is not installed");
        RtlKernel kernel = JavaKernel.of("""
                @Kernel("k")
                public static void k(@In @Shape("n") double[] x, @Out @Shape("n") double[] y, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        y[i] = %s;
                    }
                }
                """.formatted(value))
                .compile()
                .verilog(LibraryVerilog.board("u280"), 300)
                .rtl();

        assertThat(Simulation.lint(folder, kernel.files(), kernel.top())).isEmpty();
    }

    /** What is decided by the types alone is left to the back end where nothing after narrowing folds it. */
    @Test
    void aClampThatNeverClampsIsFreeOfWarnings(@TempDir Path folder) throws DiagnosticException {
        assumeTrue(Simulation.canLint(), "verilator is not installed");
        RtlKernel kernel = JavaKernel.of("""
                @Kernel("k")
                public static void k(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        int low = x[i] & 63;
                        int sum = low + (x[i] >>> 28);
                        int negative = -1 - low;
                        y[i] = (low > 63 ? 1 : 0) + (sum >= 0 ? 2 : 0) + (negative < 0 ? 4 : 0) + (sum <= 78 ? 8 : 0)
                                + (negative > 5 ? 16 : 0) + (low == 64 ? 32 : 0) + Math.min(low, 63) + Math.max(sum, 0);
                    }
                }
                """)
                .compile()
                .verilog(LibraryVerilog.board("u280"), 300)
                .rtl();

        assertThat(Simulation.lint(folder, kernel.files(), kernel.top())).isEmpty();
    }
}
