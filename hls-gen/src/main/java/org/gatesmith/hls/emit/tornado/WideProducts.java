package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;

/** Products of more than 64 bits, which exist only for their upper half: {@code Math.multiplyHigh}. */
final class WideProducts {

    private final Map<Value, Op.Compute> products = new IdentityHashMap<>();

    static boolean isWide(Op.Compute compute) {
        return compute.operator() == Operator.MUL
                && compute.result().type() instanceof IntType type
                && type.width() > Long.SIZE;
    }

    void add(Op.Compute product) {
        products.put(product.result(), product);
    }

    boolean contains(Value value) {
        return products.containsKey(value);
    }

    /** The bits from 64 on of a product, shifted right by what the operation's count exceeds 64. */
    Term high(Op.Compute shift, Function<Value, Term> terms) {
        Op.Compute product = Objects.requireNonNull(products.get(shift.operand(0)));
        Term left = terms.apply(product.operand(0));
        Term right = terms.apply(product.operand(1));
        Term count = terms.apply(shift.operand(1));
        boolean fits = count.range().isConstant() && count.range().min().compareTo(BigInteger.valueOf(Long.SIZE)) >= 0;
        if (!fits || left.isUnsignedLong() || right.isUnsignedLong()) {
            throw new UnsupportedProgramException(
                    "a product of more than 64 bits of which more than the upper half is used");
        }
        int further = Math.min(count.range().min().intValue() - Long.SIZE, Long.SIZE - 1);
        String raw = "Exact.multiplyHigh(" + left.longOperand() + ", " + right.longOperand() + ") >> " + further;
        return Wrapping.toType(raw, Register.LONG, IntRange.of(IntType.I64), (IntType)
                shift.result().type());
    }
}
