package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.gatesmith.hls.ir.Value;

/**
 * A sum of a constant and of values times constants: {@code constant + Σ coefficient · value}. Where an intermediate result may
 * have wrapped around, the sum is right only modulo a power of two.
 *
 * @param terms coefficients, none zero, by value
 * @param bits the sum is right modulo {@code 2^bits}; {@link #EXACT} for always
 */
record Affine(Map<Value, BigInteger> terms, BigInteger constant, int bits) {

    static final int EXACT = Integer.MAX_VALUE;

    /**
     * Most values in one sum. Indices have few; without a limit the long sums of an unrolled reduction would make the analysis
     * quadratic.
     */
    private static final int MAX_TERMS = 8;

    static Affine of(Value value) {
        Map<Value, BigInteger> terms = new IdentityHashMap<>();
        terms.put(value, BigInteger.ONE);
        return new Affine(terms, BigInteger.ZERO, EXACT);
    }

    static Affine of(BigInteger constant) {
        return new Affine(Map.of(), constant, EXACT);
    }

    Set<Value> values() {
        return terms.keySet();
    }

    boolean isConstant() {
        return terms.isEmpty();
    }

    boolean isExact() {
        return bits == EXACT;
    }

    BigInteger coefficient(Value value) {
        return terms.getOrDefault(value, BigInteger.ZERO);
    }

    Affine plus(Affine other) {
        return combined(other, BigInteger::add);
    }

    Affine minus(Affine other) {
        return combined(other, BigInteger::subtract);
    }

    private Affine combined(Affine other, BinaryOperator<BigInteger> operator) {
        Map<Value, BigInteger> sum = new IdentityHashMap<>(terms);
        other.terms.forEach((value, coefficient) -> {
            BigInteger total = operator.apply(coefficient(value), coefficient);
            if (total.signum() == 0) {
                sum.remove(value);
            } else {
                sum.put(value, total);
            }
        });
        return new Affine(sum, operator.apply(constant, other.constant), Math.min(bits, other.bits));
    }

    Affine times(BigInteger factor) {
        if (factor.signum() == 0) {
            return of(BigInteger.ZERO);
        }
        Map<Value, BigInteger> product = new IdentityHashMap<>();
        terms.forEach((value, coefficient) -> product.put(value, coefficient.multiply(factor)));
        return new Affine(product, constant.multiply(factor), bits);
    }

    /** The same sum, right only modulo {@code 2^width}. */
    Affine modulo(int width) {
        return width >= bits ? this : new Affine(terms, constant, width);
    }

    /** The same sum, right always. */
    Affine exactly() {
        return new Affine(terms, constant, EXACT);
    }

    /** The sum if it is short enough to work with. */
    Optional<Affine> ifShort() {
        return terms.size() <= MAX_TERMS ? Optional.of(this) : Optional.empty();
    }
}
