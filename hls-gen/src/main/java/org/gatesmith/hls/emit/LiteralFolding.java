package org.gatesmith.hls.emit;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/** Operators on written integers are computed here: C compilers would warn of what they make of some of them. */
public final class LiteralFolding {

    private LiteralFolding() {}

    /** The result, if it is an integer and all operands are written out. */
    public static Optional<Literal> of(Operator operator, List<Expression> operands, ScalarType result) {
        if (!(result instanceof IntType) || !operands.stream().allMatch(Expression::isNumber)) {
            return Optional.empty();
        }
        List<Literal> literals = operands.stream()
                .<Literal>map(operand -> new Literal.Int(operand.interval().min()))
                .toList();
        return ConstantFolder.fold(operator, literals, result);
    }
}
