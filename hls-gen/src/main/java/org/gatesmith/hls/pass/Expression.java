package org.gatesmith.hls.pass;

import java.util.List;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/** An operator applied to operands, with the type of its result. */
record Expression(Operator operator, List<Value> operands, ScalarType type) {

    Value operand(int index) {
        return operands.get(index);
    }

    /** The result type of an expression whose result is an integer. */
    IntType intType() {
        return (IntType) type;
    }

    /** The number of low bits on which an integer result depends. */
    int width() {
        return intType().width();
    }
}
