package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatesmith.hls.ir.Value;

/**
 * An index in a loop: {@code base + Σ stride · digit}, the digits counting from 0.
 *
 * @param strides for each digit of the iteration
 * @param base the rest, of which no iteration changes anything but the values in {@code irregular}
 * @param irregular values in the base that change in the loop, and not regularly
 */
record Subscript(List<BigInteger> strides, Affine base, List<Value> irregular) {

    static Subscript of(Affine form, IterationSpace space, AffineForms forms) {
        BigInteger[] strides = new BigInteger[space.digits().size()];
        Arrays.fill(strides, BigInteger.ZERO);
        Affine base = new Affine(java.util.Map.of(), form.constant(), form.bits());
        List<Value> irregular = new ArrayList<>();
        for (Value value : form.values()) {
            BigInteger coefficient = form.coefficient(value);
            IterationSpace.Motion motion = space.motion(value).orElse(null);
            if (motion != null) {
                strides[motion.digit()] = strides[motion.digit()].add(coefficient.multiply(motion.step()));
                base = base.plus(forms.of(motion.start()).times(coefficient));
            } else {
                base = base.plus(Affine.of(value).times(coefficient));
                if (!space.isInvariant(value)) {
                    irregular.add(value);
                }
            }
        }
        return new Subscript(List.of(strides), base, irregular);
    }

    boolean isRegular() {
        return irregular.isEmpty();
    }
}
