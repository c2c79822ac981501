package org.gatesmith.hls.frontend;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** The methods of {@code java.lang} that become hardware, as their documentation defines them. */
final class Intrinsics {

    private static final Map<String, Operator> FLOAT_OPERATORS = Map.of(
            "sqrt", Operator.FSQRT,
            "floor", Operator.FFLOOR,
            "ceil", Operator.FCEIL,
            "rint", Operator.FRINT,
            "fma", Operator.FMA);

    private static final Map<String, Operator> APPROXIMATE = Map.of(
            "exp", Operator.FEXP,
            "log", Operator.FLOG,
            "log10", Operator.FLOG10,
            "sin", Operator.FSIN,
            "cos", Operator.FCOS,
            "tan", Operator.FTAN,
            "tanh", Operator.FTANH,
            "atan", Operator.FATAN,
            "atan2", Operator.FATAN2,
            "pow", Operator.FPOW);

    private static final Set<String> OWNERS = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double");

    private final MethodContext context;
    private final OpBuilder builder;

    Intrinsics(MethodContext context) {
        this.context = context;
        this.builder = context.builder;
    }

    /** Whether a method belongs to the Java library, of which there is no kernel source. */
    static boolean isOfJava(ExecutableElement method) {
        return ownerOf(method).startsWith("java.");
    }

    private static String ownerOf(ExecutableElement method) {
        return JavaModel.owner(method).getQualifiedName().toString();
    }

    /** Rejects methods of the Java library whose class has nothing for hardware, before their arguments are looked at. */
    static void requireKnown(ExecutableElement method, Tree tree, MethodContext context) {
        if (isOfJava(method) && !OWNERS.contains(ownerOf(method))) {
            throw unsupported(method, tree, context);
        }
    }

    static LoweringError unsupported(ExecutableElement method, Tree tree, MethodContext context) {
        return context.error(
                Rule.UNSUPPORTED_METHOD,
                tree,
                "'" + JavaModel.owner(method).getSimpleName() + "." + method.getSimpleName()
                        + "' has no hardware equivalent",
                "use the methods of Math, Integer, Long, Float and Double that hardware has, or write the computation as a helper");
    }

    RValue call(ExecutableElement method, List<RValue> arguments, Tree tree) {
        List<RValue.Scalar> scalars = arguments.stream()
                .filter(RValue.Scalar.class::isInstance)
                .map(RValue.Scalar.class::cast)
                .toList();
        if (scalars.isEmpty() || scalars.size() < arguments.size()) {
            throw unsupported(method, tree, context);
        }
        List<Value> operands = scalars.stream().map(RValue.Scalar::value).toList();
        JavaType type = scalars.getFirst().type();
        Operation operation =
                new Operation(method.getSimpleName().toString(), type, operands, context.span(tree), tree);
        RValue.Scalar result = type.isFloatingPoint() ? floating(operation) : integer(operation);
        if (result == null) {
            throw unsupported(method, tree, context);
        }
        return result;
    }

    /** One call: method name, type of the first argument, operands. */
    private record Operation(String name, JavaType type, List<Value> operands, Span span, Tree tree) {
        Value first() {
            return operands.get(0);
        }

        Value second() {
            return operands.get(1);
        }

        int bits() {
            return type == JavaType.LONG ? 64 : 32;
        }
    }

    private RValue.@Nullable Scalar floating(Operation call) {
        Operator exact = FLOAT_OPERATORS.get(call.name);
        if (exact != null) {
            return scalar(exact, call.type, call);
        }
        if (APPROXIMATE.containsKey(call.name)) {
            return approximate(call);
        }
        Value x = call.first();
        return switch (call.name) {
            case "abs" -> scalar(Operator.FABS, call.type, call);
            case "min" -> scalar(Operator.FMIN, call.type, call);
            case "max" -> scalar(Operator.FMAX, call.type, call);
            case "sum" -> scalar(Operator.FADD, call.type, call);
            case "isNaN" -> bool(compare(Operator.FNE, x, x, call));
            case "isInfinite" -> bool(compare(Operator.FEQ, magnitude(call), infinity(call), call));
            case "isFinite" -> bool(compare(Operator.FLT, magnitude(call), infinity(call), call));
            case "floatToRawIntBits", "doubleToRawLongBits" -> bits(call);
            case "floatToIntBits", "doubleToLongBits" -> canonicalBits(call);
            default -> null;
        };
    }

    private RValue.Scalar approximate(Operation call) {
        if (!context.program.permitsApproximation()) {
            throw context.error(
                    Rule.APPROXIMATE_FUNCTION,
                    call.tree,
                    "'" + call.name + "' gives other last bits on other targets",
                    "use a function of the kernel library, or annotate the kernel with @Tolerance to state the permitted error");
        }
        return scalar(java.util.Objects.requireNonNull(APPROXIMATE.get(call.name)), call.type, call);
    }

    private Value magnitude(Operation call) {
        return builder.compute(Operator.FABS, (ScalarType) call.first().type(), call.span, call.first());
    }

    private Value infinity(Operation call) {
        return call.type == JavaType.FLOAT
                ? builder.constant(Literal.F32.of(Float.POSITIVE_INFINITY), FloatType.F32, call.span)
                : builder.constant(Literal.F64.of(Double.POSITIVE_INFINITY), FloatType.F64, call.span);
    }

    private RValue.Scalar bits(Operation call) {
        JavaType type = call.type == JavaType.FLOAT ? JavaType.INT : JavaType.LONG;
        return new RValue.Scalar(builder.compute(Operator.FLOAT_TO_BITS, type.irType(), call.span, call.first()), type);
    }

    /** One bit pattern for all NaNs, as {@code Float.floatToIntBits} documents. */
    private RValue.Scalar canonicalBits(Operation call) {
        RValue.Scalar raw = bits(call);
        long nan = call.type == JavaType.FLOAT ? 0x7fc0_0000L : 0x7ff8_0000_0000_0000L;
        Value isNan = compare(Operator.FNE, call.first(), call.first(), call);
        Value canonical = builder.integer(nan, (IntType) raw.type().irType(), call.span);
        return new RValue.Scalar(
                builder.compute(Operator.SELECT, raw.type().irType(), call.span, isNan, canonical, raw.value()),
                raw.type());
    }

    private RValue.@Nullable Scalar integer(Operation call) {
        boolean isLong = call.type == JavaType.LONG;
        return switch (call.name) {
            case "abs" -> scalar(Operator.ABS, call.type, call);
            case "min" -> scalar(Operator.MIN, call.type, call);
            case "max" -> scalar(Operator.MAX, call.type, call);
            case "sum" -> scalar(Operator.ADD, call.type, call);
            case "bitCount" -> count(isLong ? Operator.POPCOUNT64 : Operator.POPCOUNT32, call);
            case "numberOfLeadingZeros" -> count(isLong ? Operator.CLZ64 : Operator.CLZ32, call);
            case "numberOfTrailingZeros" -> count(isLong ? Operator.CTZ64 : Operator.CTZ32, call);
            case "reverse" -> scalar(isLong ? Operator.REVERSE64 : Operator.REVERSE32, call.type, call);
            case "rotateLeft" -> rotate(call, true);
            case "rotateRight" -> rotate(call, false);
            case "reverseBytes" ->
                call.type == JavaType.SHORT || call.type == JavaType.CHAR ? null : reverseBytes(call);
            case "highestOneBit" -> highestOneBit(call);
            case "lowestOneBit" -> lowestOneBit(call);
            case "signum" -> sign(call.first(), zero(call), call);
            case "compare" -> isLong || call.type == JavaType.INT ? sign(call.first(), call.second(), call) : null;
            case "compareUnsigned" ->
                call.bits() == 32 && call.type != JavaType.INT
                        ? null
                        : sign(unsigned(call.first(), call), unsigned(call.second(), call), call);
            case "divideUnsigned" -> unsigned(Operator.DIV, call);
            case "remainderUnsigned" -> unsigned(Operator.REM, call);
            case "toUnsignedInt" -> widened(call, JavaType.INT);
            case "toUnsignedLong" -> widened(call, JavaType.LONG);
            case "floorMod" -> floorMod(call);
            case "floorDiv" -> floorDiv(call);
            case "multiplyFull" ->
                new RValue.Scalar(builder.compute(Operator.MUL, IntType.I64, call.span, call.operands), JavaType.LONG);
            case "multiplyHigh" -> multiplyHigh(call);
            case "intBitsToFloat" -> fromBits(call, JavaType.FLOAT);
            case "longBitsToDouble" -> fromBits(call, JavaType.DOUBLE);
            case "clamp" -> clamp(call);
            case "logicalAnd" -> scalar(Operator.AND, JavaType.BOOLEAN, call);
            case "logicalOr" -> scalar(Operator.OR, JavaType.BOOLEAN, call);
            case "logicalXor" -> scalar(Operator.XOR, JavaType.BOOLEAN, call);
            default -> null;
        };
    }

    private RValue.Scalar scalar(Operator operator, JavaType type, Operation call) {
        return new RValue.Scalar(builder.compute(operator, type.irType(), call.span, call.operands), type);
    }

    private RValue.Scalar bool(Value value) {
        return new RValue.Scalar(value, JavaType.BOOLEAN);
    }

    private Value compare(Operator operator, Value left, Value right, Operation call) {
        return builder.compute(operator, IntType.BOOL, call.span, left, right);
    }

    private RValue.Scalar count(Operator operator, Operation call) {
        return new RValue.Scalar(builder.compute(operator, IntType.I32, call.span, call.first()), JavaType.INT);
    }

    private Value zero(Operation call) {
        return builder.integer(0, IntType.I32, call.span);
    }

    private IntType unsignedType(Operation call) {
        return new IntType(call.bits(), false);
    }

    private Value unsigned(Value value, Operation call) {
        return builder.cast(value, unsignedType(call), call.span);
    }

    private RValue.Scalar fromUnsigned(Value value, Operation call) {
        return new RValue.Scalar(builder.cast(value, (IntType) call.type.irType(), call.span), call.type);
    }

    private RValue.Scalar unsigned(Operator operator, Operation call) {
        Value result = builder.compute(
                operator, unsignedType(call), call.span, unsigned(call.first(), call), unsigned(call.second(), call));
        return fromUnsigned(result, call);
    }

    private RValue.Scalar rotate(Operation call, boolean left) {
        Value mask = builder.integer(call.bits() - 1, IntType.I32, call.span);
        Value count = builder.compute(Operator.AND, IntType.I32, call.span, call.second(), mask);
        Value negated = builder.compute(Operator.NEG, IntType.I32, call.span, call.second());
        Value opposite = builder.compute(Operator.AND, IntType.I32, call.span, negated, mask);
        Value pattern = unsigned(call.first(), call);
        Value high = builder.compute(Operator.SHL, unsignedType(call), call.span, pattern, left ? count : opposite);
        Value low = builder.compute(Operator.SHR, unsignedType(call), call.span, pattern, left ? opposite : count);
        return fromUnsigned(builder.compute(Operator.OR, unsignedType(call), call.span, high, low), call);
    }

    private RValue.Scalar reverseBytes(Operation call) {
        Value pattern = unsigned(call.first(), call);
        Value result = builder.integer(0, unsignedType(call), call.span);
        for (int from = 0; from < call.bits(); from += 8) {
            Value shifted = builder.compute(
                    Operator.SHR,
                    unsignedType(call),
                    call.span,
                    pattern,
                    builder.integer(from, IntType.I32, call.span));
            Value low = builder.compute(
                    Operator.AND, unsignedType(call), call.span, shifted, builder.integer(255, IntType.I32, call.span));
            Value placed = builder.compute(
                    Operator.SHL,
                    unsignedType(call),
                    call.span,
                    low,
                    builder.integer(call.bits() - 8 - from, IntType.I32, call.span));
            result = builder.compute(Operator.OR, unsignedType(call), call.span, result, placed);
        }
        return fromUnsigned(result, call);
    }

    private RValue.Scalar highestOneBit(Operation call) {
        Operator clz = call.bits() == 64 ? Operator.CLZ64 : Operator.CLZ32;
        Value zeros = builder.compute(clz, IntType.I32, call.span, call.first());
        Value top = builder.integer(1, IntType.I32, call.span);
        Value highest = builder.compute(
                Operator.SHL,
                unsignedType(call),
                call.span,
                top,
                builder.integer(call.bits() - 1, IntType.I32, call.span));
        Value bit = builder.compute(Operator.SHR, unsignedType(call), call.span, highest, zeros);
        return fromUnsigned(bit, call);
    }

    private RValue.Scalar lowestOneBit(Operation call) {
        Value negated = builder.compute(Operator.NEG, call.type.irType(), call.span, call.first());
        return new RValue.Scalar(
                builder.compute(Operator.AND, call.type.irType(), call.span, call.first(), negated), call.type);
    }

    private RValue.Scalar sign(Value left, Value right, Operation call) {
        Value less = compare(Operator.LT, left, right, call);
        Value greater = compare(Operator.GT, left, right, call);
        Value positive = builder.compute(
                Operator.SELECT,
                IntType.I32,
                call.span,
                greater,
                builder.integer(1, IntType.I32, call.span),
                zero(call));
        Value result = builder.compute(
                Operator.SELECT, IntType.I32, call.span, less, builder.integer(-1, IntType.I32, call.span), positive);
        return new RValue.Scalar(result, JavaType.INT);
    }

    private RValue.Scalar widened(Operation call, JavaType target) {
        IntType source = (IntType) call.type.irType();
        Value pattern = builder.cast(call.first(), new IntType(source.width(), false), call.span);
        return new RValue.Scalar(builder.cast(pattern, (IntType) target.irType(), call.span), target);
    }

    private JavaType resultOf(Operation call) {
        JavaType second = call.operands.get(1).type().equals(IntType.I64) ? JavaType.LONG : JavaType.INT;
        return call.name.equals("floorMod") ? second : Arithmetic.promoted(call.type, second);
    }

    private RValue.Scalar floorMod(Operation call) {
        JavaType type = resultOf(call);
        IntType wide = (IntType) Arithmetic.promoted(call.type, type).irType();
        Value remainder = builder.compute(Operator.REM, wide, call.span, call.operands);
        Value wrapped = builder.compute(Operator.ADD, wide, call.span, remainder, call.second());
        Value result =
                builder.compute(Operator.SELECT, wide, call.span, roundsDown(remainder, call), wrapped, remainder);
        return new RValue.Scalar(builder.cast(result, (IntType) type.irType(), call.span), type);
    }

    private RValue.Scalar floorDiv(Operation call) {
        JavaType type = resultOf(call);
        IntType wide = (IntType) type.irType();
        Value quotient = builder.compute(Operator.DIV, wide, call.span, call.operands);
        Value remainder = builder.compute(Operator.REM, wide, call.span, call.operands);
        Value lower =
                builder.compute(Operator.SUB, wide, call.span, quotient, builder.integer(1, IntType.I32, call.span));
        return new RValue.Scalar(
                builder.compute(Operator.SELECT, wide, call.span, roundsDown(remainder, call), lower, quotient), type);
    }

    /** Whether the remainder is not zero and its sign differs from the divisor's. */
    private Value roundsDown(Value remainder, Operation call) {
        Value nonZero = compare(Operator.NE, remainder, zero(call), call);
        Value mixed = builder.compute(Operator.XOR, remainder.scalarType(), call.span, remainder, call.second());
        Value signsDiffer = compare(Operator.LT, mixed, zero(call), call);
        return builder.compute(Operator.AND, IntType.BOOL, call.span, nonZero, signsDiffer);
    }

    private RValue.Scalar multiplyHigh(Operation call) {
        Value product = builder.compute(Operator.MUL, new IntType(128, true), call.span, call.operands);
        Value high = builder.compute(
                Operator.SHR, IntType.I64, call.span, product, builder.integer(64, IntType.I32, call.span));
        return new RValue.Scalar(high, JavaType.LONG);
    }

    private RValue.Scalar fromBits(Operation call, JavaType type) {
        return new RValue.Scalar(builder.compute(Operator.BITS_TO_FLOAT, type.irType(), call.span, call.first()), type);
    }

    /** {@code Math.clamp(long value, int min, int max)} and its long form; min above max is an error that the JVM run reports. */
    private RValue.@Nullable Scalar clamp(Operation call) {
        if (call.operands.size() != 3) {
            return null;
        }
        JavaType type = call.second().type().equals(IntType.I64) ? JavaType.LONG : JavaType.INT;
        Value raised = builder.compute(Operator.MAX, IntType.I64, call.span, call.first(), call.second());
        Value clamped = builder.compute(Operator.MIN, IntType.I64, call.span, raised, call.operands.get(2));
        return new RValue.Scalar(builder.cast(clamped, (IntType) type.irType(), call.span), type);
    }
}
