package org.gatesmith.hls.frontend;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Warns of divisions and array accesses that fail whenever they are executed, as constants show. */
final class FaultWarnings {

    private final Reporter reporter;
    private final Map<Value, BigInteger> constants = new IdentityHashMap<>();

    FaultWarnings(Reporter reporter) {
        this.reporter = reporter;
    }

    void check(Program program) {
        for (Function function : program.functions()) {
            check(function.body());
        }
    }

    private void check(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Constant constant
                when constant.literal() instanceof Literal.Int number ->
                    constants.put(constant.result(), number.value());
                case Op.Compute compute -> checkDivisor(compute);
                case Op.Load load -> checkIndices(load.memory(), load.indices(), load.span());
                case Op.Store store -> checkIndices(store.memory(), store.indices(), store.span());
                default -> {}
            }
            op.regions().forEach(this::check);
        }
    }

    private Optional<BigInteger> constant(Value value) {
        return Optional.ofNullable(constants.get(value));
    }

    private void checkDivisor(Op.Compute compute) {
        boolean divides = compute.operator() == Operator.DIV || compute.operator() == Operator.REM;
        if (divides && constant(compute.operand(1)).filter(d -> d.signum() == 0).isPresent()) {
            reporter.report(Diagnostic.of(
                    Rule.DIVISION_BY_ZERO,
                    compute.span(),
                    "the divisor is zero, which is an exception on the JVM and undefined in hardware",
                    "divide only where the divisor is not zero"));
        }
    }

    private void checkIndices(Value memory, List<Value> indices, Span span) {
        for (int i = 0; i < indices.size(); i++) {
            Optional<BigInteger> index = constant(indices.get(i));
            BigInteger end = memory.type() instanceof ArrayType array
                    ? BigInteger.valueOf(array.extents().get(i))
                    : BigInteger.ONE.shiftLeft(31);
            if (index.isPresent() && (index.get().signum() < 0 || index.get().compareTo(end) >= 0)) {
                reporter.report(Diagnostic.of(
                        Rule.INDEX_RANGE,
                        span,
                        "index " + index.get() + " is outside of '" + memory.name() + "'"
                                + (memory.type() instanceof ArrayType ? ", which has " + end + " elements there" : ""),
                        "use an index from 0 to the length minus 1"));
            }
        }
    }
}
