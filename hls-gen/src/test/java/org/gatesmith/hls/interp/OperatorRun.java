package org.gatesmith.hls.interp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/** One operator, compiled by the interpreter. */
final class OperatorRun {

    private final Interpreter interpreter;

    private OperatorRun(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** An operator whose operands are parameters {@code p0}, {@code p1}, … of the given types. */
    static OperatorRun of(Operator operator, ScalarType result, List<? extends ScalarType> operands) {
        List<Value> parameters = new ArrayList<>();
        for (ScalarType type : operands) {
            parameters.add(Value.named(type, "p" + parameters.size()));
        }
        return new OperatorRun(Interpreter.of(program(operator, result, parameters, List.of(), parameters)));
    }

    /** The value of an operator on constants of any width. */
    static Literal onConstants(
            Operator operator, ScalarType result, List<? extends ScalarType> types, List<? extends Literal> literals) {
        List<Op> constants = new ArrayList<>();
        List<Value> operands = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            operands.add(Value.of(types.get(i)));
            constants.add(new Op.Constant(operands.get(i), literals.get(i), Span.NONE));
        }
        return new OperatorRun(Interpreter.of(program(operator, result, List.of(), constants, operands))).on();
    }

    private static Program program(
            Operator operator, ScalarType type, List<Value> parameters, List<Op> before, List<Value> operands) {
        Value result = Value.of(type);
        List<Op> ops = new ArrayList<>(before);
        ops.add(new Op.Compute(result, operator, operands, Span.NONE));
        Region body = new Region(parameters, ops, List.of(result));
        Function function = new Function("f", body, Function.Style.SEQUENTIAL, Function.Inlining.KEEP, Span.NONE);
        return new Program(List.of(), List.of(function));
    }

    /** The result for raw operands. */
    Literal on(long... operands) {
        Map<String, Argument> arguments = new HashMap<>();
        for (int i = 0; i < operands.length; i++) {
            arguments.put("p" + i, Argument.of(operands[i]));
        }
        try {
            return interpreter.run(arguments).getFirst();
        } catch (FaultException e) {
            throw new AssertionError(e);
        }
    }
}
