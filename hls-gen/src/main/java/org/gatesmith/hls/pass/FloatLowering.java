package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Rewrites one function for {@link SoftFloat}. */
final class FloatLowering extends IrTransform {

    private final Map<String, Function> library;
    private final List<Diagnostic> errors;

    /**
     * A rewriting.
     *
     * @param library what to call, by the names of the library
     * @param errors receives the operators that have no integer form
     */
    FloatLowering(Map<String, Function> library, List<Diagnostic> errors) {
        this.library = library;
        this.errors = errors;
    }

    @Override
    protected Value parameter(Value value) {
        return integer(value);
    }

    @Override
    protected void emit(Op op) {
        super.emit(Results.replaced(op, op.results().stream().map(this::integer).toList()));
    }

    /** The value that holds the bits from here on, the value itself if it is no floating-point number. */
    private Value integer(Value value) {
        Type type = IntegerForm.of(value.type());
        if (type.equals(value.type())) {
            return value;
        }
        Value bits = value.withType(type);
        replace(value, bits);
        return bits;
    }

    @Override
    protected void visit(Op.Constant op) {
        emit(new Op.Constant(op.result(), IntegerForm.of(op.literal()), op.span()));
    }

    @Override
    protected void visit(Op.Compute op) {
        List<Value> operands = mapped(op.operands());
        switch (op.operator().kind()) {
            case INTEGER, COMPARISON, SELECT -> super.visit(op);
            case FLOAT -> arithmetic(op, operands);
            case FLOAT_COMPARISON -> comparison(op, operands);
            case CONVERSION -> conversion(op, operands.getFirst());
            case APPROXIMATE -> errors.add(approximate(op));
        }
    }

    private static Diagnostic approximate(Op.Compute op) {
        String method = op.operator().mnemonic().substring(1);
        return Diagnostic.of(
                Rule.NO_INTEGER_FORM,
                op.span(),
                "'Math." + method + "' has no form in integers, which is all that Verilog computes with",
                "write the function as a polynomial or a table of your own, whose bits are then the same everywhere, or take"
                        + " another back end for this kernel");
    }

    // ---- operators

    private void arithmetic(Op.Compute op, List<Value> operands) {
        FloatType type = (FloatType) op.result().type();
        Value a = operands.getFirst();
        switch (op.operator()) {
            case FNEG -> compute(op, Operator.XOR, a, signBit(type, op.span()));
            case FABS -> compute(op, Operator.AND, a, magnitudeMask(type, op.span()));
            case FSUB -> {
                Value negated = Value.of(a.type());
                emit(new Op.Compute(
                        negated, Operator.XOR, List.of(operands.get(1), signBit(type, op.span())), op.span()));
                call("Add", type, op, List.of(a, negated));
            }
            default -> call(method(op.operator()), type, op, operands);
        }
    }

    private static String method(Operator operator) {
        return switch (operator) {
            case FADD -> "Add";
            case FMUL -> "Mul";
            case FDIV -> "Div";
            case FREM -> "Rem";
            case FMIN -> "Min";
            case FMAX -> "Max";
            case FSQRT -> "Sqrt";
            case FMA -> "Fma";
            case FFLOOR -> "Floor";
            case FCEIL -> "Ceil";
            case FRINT -> "Rint";
            default -> throw new IllegalArgumentException(operator + " is no exact floating-point operator");
        };
    }

    private void comparison(Op.Compute op, List<Value> operands) {
        FloatType type = (FloatType) op.operands().getFirst().type();
        List<Value> swapped = operands.reversed();
        switch (op.operator()) {
            case FEQ -> call("Eq", type, op, operands);
            case FLT -> call("Lt", type, op, operands);
            case FLE -> call("Le", type, op, operands);
            case FGT -> call("Lt", type, op, swapped);
            case FGE -> call("Le", type, op, swapped);
            case FNE -> {
                Value equal = call("Eq", type, operands, null, op.span());
                compute(op, Operator.NOT, equal);
            }
            default -> throw new IllegalArgumentException(op.operator() + " is no comparison");
        }
    }

    private void conversion(Op.Compute op, Value operand) {
        Type from = op.operands().getFirst().type();
        Type to = op.result().type();
        switch (op.operator()) {
            case FLOAT_TO_BITS, BITS_TO_FLOAT -> compute(op, Operator.CAST, operand);
            case FLOAT_TO_INT32 -> call("ToInt", (FloatType) from, op, List.of(operand));
            case FLOAT_TO_INT64 -> call("ToLong", (FloatType) from, op, List.of(operand));
            case INT_TO_FLOAT -> fromInteger(op, operand, (IntType) from, (FloatType) to);
            case FLOAT_CONVERT -> {
                if (from == to) {
                    replace(op.result(), operand);
                } else {
                    call(to == FloatType.F32 ? "ToF32" : "ToF64", (FloatType) from, op, List.of(operand));
                }
            }
            default -> throw new IllegalArgumentException(op.operator() + " is no conversion");
        }
    }

    private void fromInteger(Op.Compute op, Value operand, IntType from, FloatType to) {
        if (IntType.I32.contains(from)) {
            call("FromInt", to, op, List.of(operand));
        } else if (IntType.I64.contains(from)) {
            call("FromLong", to, op, List.of(operand));
        } else if (IntType.U64.contains(from)) {
            call("FromUnsigned", to, op, List.of(operand));
        } else {
            errors.add(Diagnostic.of(
                    Rule.NO_INTEGER_FORM,
                    op.span(),
                    "an integer of " + from.width() + " bits is too wide for a conversion to floating point",
                    "convert a long"));
        }
    }

    private Value signBit(FloatType type, Span span) {
        IntType bits = IntegerForm.bits(type);
        return constant(new Literal.Int(bits.min()), bits, span);
    }

    private Value magnitudeMask(FloatType type, Span span) {
        IntType bits = IntegerForm.bits(type);
        return constant(new Literal.Int(bits.max()), bits, span);
    }

    private Value constant(Literal literal, IntType type, Span span) {
        Value value = Value.of(type);
        emit(new Op.Constant(value, literal, span));
        return value;
    }

    private void compute(Op.Compute op, Operator operator, Value... operands) {
        emit(new Op.Compute(op.result(), operator, List.of(operands), op.span()));
    }

    // ---- calls

    /** The result of {@code op} is what a function of the library returns, wrapped to its type. */
    private void call(String method, FloatType type, Op.Compute op, List<Value> operands) {
        Value result = call(method, type, operands, op.result().name(), op.span());
        Value wanted = op.result();
        if (result.type().equals(IntegerForm.of(wanted.type()))) {
            replace(wanted, result);
        } else {
            compute(op, Operator.CAST, result);
        }
    }

    private Value call(String method, FloatType type, List<Value> operands, @Nullable String resultName, Span span) {
        String name = type.name().toLowerCase(Locale.ROOT) + method;
        Function callee = Objects.requireNonNull(library.get(name), name);
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            arguments.add(cast(operands.get(i), callee.parameters().get(i).type(), span));
        }
        if (callee.inlining() == Function.Inlining.INLINE) {
            Region copy = FreshCopy.of(callee.body(), arguments, Map.of());
            copy.ops().forEach(op -> emit(at(span, op)));
            return copy.yields().getFirst();
        }
        Value result = Value.named(callee.body().yields().getFirst().type(), resultName);
        emit(new Op.Call(List.of(result), callee.name(), arguments, span));
        return result;
    }

    /** An operation of an inlined function, which has neither branches nor memories, at the place of the operator. */
    private static Op at(Span span, Op op) {
        return switch (op) {
            case Op.Constant constant -> new Op.Constant(constant.result(), constant.literal(), span);
            case Op.Compute compute -> new Op.Compute(compute.result(), compute.operator(), compute.operands(), span);
            default -> op;
        };
    }

    private Value cast(Value value, Type type, Span span) {
        if (value.type().equals(type)) {
            return value;
        }
        Value result = value.withType(type);
        emit(new Op.Compute(result, Operator.CAST, List.of(value), span));
        return result;
    }
}
