package org.gatesmith.hls.floating;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The integer code against Java's own operators. {@code -Dsoftfloat.operands=10000000} takes as many random operands as the
 * documentation reports.
 */
class FloatingOperatorsTest {

    private static final long RANDOM_OPERANDS = Long.getLong("softfloat.operands", 100_000);

    static List<SoftOperator> operators() {
        return SoftOperator.all();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void onAllCombinationsOfSpecialValues(SoftOperator operator) {
        long[] special = operator.operands().special();
        long[] operands = new long[operator.arity()];
        combine(operator, special, operands, 0);
    }

    private static void combine(SoftOperator operator, long[] special, long[] operands, int position) {
        if (position == operands.length) {
            check(operator, operands);
            return;
        }
        for (long value : special) {
            operands[position] = value;
            combine(operator, special, operands, position + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void onRandomOperands(SoftOperator operator) {
        Random random = new Random(operator.name().hashCode());
        long[] operands = new long[operator.arity()];
        for (long i = 0; i < RANDOM_OPERANDS; i++) {
            operator.operands().fill(operands, random);
            check(operator, operands);
        }
    }

    private static void check(SoftOperator operator, long[] operands) {
        long[] all = Arrays.copyOf(operands, 3);
        long expected = operator.java().apply(all[0], all[1], all[2]);
        long actual = operator.soft().apply(all[0], all[1], all[2]);
        if (actual != expected) {
            throw new AssertionError(
                    operator.name() + hex(operands) + " is " + hex(actual) + ", Java says " + hex(expected));
        }
    }

    private static String hex(long... bits) {
        StringBuilder text = new StringBuilder();
        for (long value : bits) {
            text.append(" 0x").append(Long.toHexString(value));
        }
        return text.toString();
    }
}
