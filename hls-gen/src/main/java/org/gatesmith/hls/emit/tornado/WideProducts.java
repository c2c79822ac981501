package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;

/**
 * Products of more than 64 bits, which exist only for their upper half, {@code Math.multiplyHigh}. Whatever else the program takes of
 * the same product is its lower half.
 */
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

    /** What an operation takes of a product. */
    Term part(Op.Compute use, Function<Value, Term> terms) {
        return switch (use.operator()) {
            case SHR -> high(use, terms);
            case CAST -> low(use, terms);
            default -> throw notAHalf();
        };
    }

    private static UnsupportedProgramException notAHalf() {
        return new UnsupportedProgramException("a product of more than 64 bits of which more than one half is used");
    }

    /** The same product, wrapped to the operation's type. */
    private Term low(Op.Compute cast, Function<Value, Term> terms) {
        Op.Compute product = Objects.requireNonNull(products.get(cast.operand(0)));
        IntType type = cast.result().intType();
        if (type.width() > Long.SIZE) {
            throw notAHalf();
        }
        List<Term> factors = product.operands().stream().map(terms).toList();
        return IntegerTerms.compute(Operator.MUL, factors, type);
    }

    /** The bits from 64 on of a product, shifted right by what the operation's count exceeds 64. */
    private Term high(Op.Compute shift, Function<Value, Term> terms) {
        Op.Compute product = Objects.requireNonNull(products.get(shift.operand(0)));
        Term left = terms.apply(product.operand(0));
        Term right = terms.apply(product.operand(1));
        Term count = terms.apply(shift.operand(1));
        boolean fits = count.range().isConstant() && count.range().min().compareTo(BigInteger.valueOf(Long.SIZE)) >= 0;
        if (!fits || left.isUnsignedLong() || right.isUnsignedLong()) {
            throw notAHalf();
        }
        int further = Math.min(count.range().min().intValue() - Long.SIZE, Long.SIZE - 1);
        String raw = "Exact.multiplyHigh(" + left.longOperand() + ", " + right.longOperand() + ") >> " + further;
        return Wrapping.toType(raw, Register.LONG, IntRange.of(IntType.I64), (IntType)
                shift.result().type());
    }
}
