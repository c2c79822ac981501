package org.gatesmith.library.attention;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Reference model of {@link ReluLinearAttentionInt8}: the quadratic form, a weight for every pair of query and key, with
 * unbounded integers.
 */
public final class ReluLinearAttentionInt8Reference {
    private ReluLinearAttentionInt8Reference() {}

    /** As {@link ReluLinearAttentionInt8#attend}; the width of a head follows from the size of {@code q}. */
    public static void attend(byte[] q, byte[] k, byte[] v, byte[] out, int heads, int queries, int keys) {
        for (int row = 0; row < heads * queries; row++) {
            int dim = q.length / (heads * queries);
            int firstKey = row / queries * keys;
            BigInteger[] numerators = new BigInteger[dim];
            Arrays.fill(numerators, BigInteger.ZERO);
            BigInteger denominator = BigInteger.ZERO;
            for (int key = firstKey; key < firstKey + keys; key++) {
                BigInteger weight = BigInteger.valueOf(weight(q, row, k, key, dim));
                for (int e = 0; e < dim; e++) {
                    numerators[e] = numerators[e].add(weight.multiply(BigInteger.valueOf(v[key * dim + e])));
                }
                denominator = denominator.add(weight);
            }
            for (int e = 0; e < dim; e++) {
                out[row * dim + e] = quotient(numerators[e], denominator);
            }
        }
    }

    /** {@code ReLU(q_row) · ReLU(k_key)}. */
    private static long weight(byte[] q, int row, byte[] k, int key, int dim) {
        long sum = 0;
        for (int c = 0; c < dim; c++) {
            byte query = q[row * dim + c];
            byte other = k[key * dim + c];
            if (query > 0 && other > 0) {
                sum += (long) query * other;
            }
        }
        return sum;
    }

    /** {@link RoundingMode#HALF_UP} rounds ties away from zero. */
    private static byte quotient(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            return 0;
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
                .byteValueExact();
    }
}
