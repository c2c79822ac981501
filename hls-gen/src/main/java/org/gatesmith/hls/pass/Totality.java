package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Which pure operations have a value for all operands, so that they may be computed where nobody asked for it. */
final class Totality {

    private final Program program;
    private final Map<String, Boolean> functions = new HashMap<>();

    Totality(Program program) {
        this.program = program;
    }

    /** Whether the divisor of a division is never zero, the count of a shift never too large. */
    static boolean isTotal(Op.Compute op, Definitions definitions) {
        return switch (op.operator()) {
            case DIV, REM -> isNonZero(op.operand(1), definitions);
            case SHL, SHR -> isShiftCount(op.operand(1), definitions);
            default -> true;
        };
    }

    private static boolean isNonZero(Value value, Definitions definitions) {
        return definitions.integer(value).filter(number -> number.signum() != 0).isPresent();
    }

    private static boolean isShiftCount(Value value, Definitions definitions) {
        Optional<BigInteger> number = definitions.integer(value);
        BigInteger limit = BigInteger.valueOf(Operator.SHIFT_LIMIT);
        BigInteger min = number.orElse(value.intType().min());
        BigInteger max = number.orElse(value.intType().max());
        return min.signum() >= 0 && max.compareTo(limit) < 0;
    }

    /** Whether the load reads a table within its bounds, whatever the indices are. */
    static boolean isTotal(Op.Load load, Definitions definitions) {
        if (!(definitions.of(load.memory()).orElse(null) instanceof Op.TableRef)) {
            return false;
        }
        ArrayType type = (ArrayType) load.memory().type();
        for (int dimension = 0; dimension < type.rank(); dimension++) {
            Value index = load.indices().get(dimension);
            BigInteger extent = BigInteger.valueOf(type.extents().get(dimension));
            Optional<BigInteger> number = definitions.integer(index);
            IntType range = index.intType();
            if (number.orElse(range.min()).signum() < 0
                    || number.orElse(range.max()).compareTo(extent) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a function of numbers has a result for all operands. */
    boolean isTotal(String name) {
        Boolean known = functions.get(name);
        if (known == null) {
            Function function = program.function(name);
            known = isTotal(function.body(), Definitions.of(function));
            functions.put(name, known);
        }
        return known;
    }

    private boolean isTotal(Region region, Definitions definitions) {
        return region.ops().stream().allMatch(op -> isTotal(op, definitions));
    }

    private boolean isTotal(Op op, Definitions definitions) {
        return switch (op) {
            case Op.Constant _, Op.TableRef _ -> true;
            case Op.Compute compute -> isTotal(compute, definitions);
            case Op.Load load -> isTotal(load, definitions);
            case Op.Call call -> isTotal(call.callee());
            case Op.If branch -> branch.regions().stream().allMatch(region -> isTotal(region, definitions));
            default -> false;
        };
    }
}
