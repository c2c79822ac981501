package org.gatesmith.hls.frontend;

import com.sun.source.tree.Tree;
import java.util.Map;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;

/** Java's operators on numbers (JLS 15.15 to 15.22). */
final class Arithmetic {

    private static final Map<Tree.Kind, Tree.Kind> COMPOUND = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS_ASSIGNMENT, Tree.Kind.PLUS),
            Map.entry(Tree.Kind.MINUS_ASSIGNMENT, Tree.Kind.MINUS),
            Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, Tree.Kind.MULTIPLY),
            Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, Tree.Kind.DIVIDE),
            Map.entry(Tree.Kind.REMAINDER_ASSIGNMENT, Tree.Kind.REMAINDER),
            Map.entry(Tree.Kind.AND_ASSIGNMENT, Tree.Kind.AND),
            Map.entry(Tree.Kind.OR_ASSIGNMENT, Tree.Kind.OR),
            Map.entry(Tree.Kind.XOR_ASSIGNMENT, Tree.Kind.XOR),
            Map.entry(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, Tree.Kind.LEFT_SHIFT),
            Map.entry(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.RIGHT_SHIFT),
            Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.UNSIGNED_RIGHT_SHIFT));

    private static final Map<Tree.Kind, Operator> INTEGER = Map.of(
            Tree.Kind.PLUS, Operator.ADD,
            Tree.Kind.MINUS, Operator.SUB,
            Tree.Kind.MULTIPLY, Operator.MUL,
            Tree.Kind.DIVIDE, Operator.DIV,
            Tree.Kind.REMAINDER, Operator.REM,
            Tree.Kind.AND, Operator.AND,
            Tree.Kind.OR, Operator.OR,
            Tree.Kind.XOR, Operator.XOR);

    private static final Map<Tree.Kind, Operator> FLOAT = Map.of(
            Tree.Kind.PLUS, Operator.FADD,
            Tree.Kind.MINUS, Operator.FSUB,
            Tree.Kind.MULTIPLY, Operator.FMUL,
            Tree.Kind.DIVIDE, Operator.FDIV,
            Tree.Kind.REMAINDER, Operator.FREM);

    private static final Map<Tree.Kind, Operator> COMPARISON = Map.of(
            Tree.Kind.EQUAL_TO, Operator.EQ,
            Tree.Kind.NOT_EQUAL_TO, Operator.NE,
            Tree.Kind.LESS_THAN, Operator.LT,
            Tree.Kind.LESS_THAN_EQUAL, Operator.LE,
            Tree.Kind.GREATER_THAN, Operator.GT,
            Tree.Kind.GREATER_THAN_EQUAL, Operator.GE);

    private static final Map<Tree.Kind, Operator> FLOAT_COMPARISON = Map.of(
            Tree.Kind.EQUAL_TO, Operator.FEQ,
            Tree.Kind.NOT_EQUAL_TO, Operator.FNE,
            Tree.Kind.LESS_THAN, Operator.FLT,
            Tree.Kind.LESS_THAN_EQUAL, Operator.FLE,
            Tree.Kind.GREATER_THAN, Operator.FGT,
            Tree.Kind.GREATER_THAN_EQUAL, Operator.FGE);

    private final MethodContext context;
    private final OpBuilder builder;

    Arithmetic(MethodContext context) {
        this.context = context;
        this.builder = context.builder;
    }

    /** The binary operator of a compound assignment. */
    static Tree.Kind compoundOperation(Tree.Kind assignment) {
        return java.util.Objects.requireNonNull(COMPOUND.get(assignment));
    }

    /** Binary numeric promotion (JLS 5.6). */
    static JavaType promoted(JavaType left, JavaType right) {
        if (left == JavaType.DOUBLE || right == JavaType.DOUBLE) {
            return JavaType.DOUBLE;
        }
        if (left == JavaType.FLOAT || right == JavaType.FLOAT) {
            return JavaType.FLOAT;
        }
        return left == JavaType.LONG || right == JavaType.LONG ? JavaType.LONG : JavaType.INT;
    }

    /** Unary numeric promotion. */
    static JavaType promoted(JavaType type) {
        return type == JavaType.BOOLEAN ? JavaType.BOOLEAN : promoted(type, JavaType.INT);
    }

    /** Whether an operator computes in one type that both its operands are promoted to; a shift count stays by itself. */
    static boolean promotesTogether(Tree.Kind operator) {
        return switch (operator) {
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> false;
            default -> true;
        };
    }

    RValue.Scalar unary(Tree.Kind kind, RValue.Scalar operand, Tree tree) {
        Span span = context.span(tree);
        JavaType type = promoted(operand.type());
        return switch (kind) {
            case LOGICAL_COMPLEMENT -> new RValue.Scalar(builder.not(operand.value(), span), JavaType.BOOLEAN);
            case UNARY_PLUS -> context.expressions.convert(operand, type, span);
            case UNARY_MINUS ->
                scalar(type.isFloatingPoint() ? Operator.FNEG : Operator.NEG, type, span, operand.value());
            case BITWISE_COMPLEMENT -> scalar(Operator.NOT, type, span, operand.value());
            default ->
                throw context.error(Rule.UNSUPPORTED_EXPRESSION, tree, "operator " + kind + " is not supported", null);
        };
    }

    /** The operand plus or minus one, before it is converted back to its type. */
    RValue.Scalar step(RValue.Scalar operand, boolean up, Tree tree) {
        RValue.Scalar one = context.expressions.scalarOf(Literal.Int.of(1), JavaType.INT, context.span(tree));
        return binary(up ? Tree.Kind.PLUS : Tree.Kind.MINUS, operand, one, tree);
    }

    RValue.Scalar binary(Tree.Kind kind, RValue.Scalar left, RValue.Scalar right, Tree tree) {
        Span span = context.span(tree);
        if (kind == Tree.Kind.LEFT_SHIFT || kind == Tree.Kind.RIGHT_SHIFT || kind == Tree.Kind.UNSIGNED_RIGHT_SHIFT) {
            return shift(kind, left, right, span);
        }
        if (left.type() == JavaType.BOOLEAN) {
            Operator operator = COMPARISON.getOrDefault(kind, INTEGER.get(kind));
            return scalar(
                    java.util.Objects.requireNonNull(operator), JavaType.BOOLEAN, span, left.value(), right.value());
        }
        JavaType type = promoted(left.type(), right.type());
        if (type.isFloatingPoint()) {
            return floating(kind, type, left, right, span);
        }
        Operator comparison = COMPARISON.get(kind);
        if (comparison != null) {
            return scalar(comparison, JavaType.BOOLEAN, span, left.value(), right.value());
        }
        return scalar(java.util.Objects.requireNonNull(INTEGER.get(kind)), type, span, left.value(), right.value());
    }

    private RValue.Scalar floating(Tree.Kind kind, JavaType type, RValue.Scalar left, RValue.Scalar right, Span span) {
        Value a = context.expressions.convert(left, type, span).value();
        Value b = context.expressions.convert(right, type, span).value();
        Operator comparison = FLOAT_COMPARISON.get(kind);
        return comparison != null
                ? scalar(comparison, JavaType.BOOLEAN, span, a, b)
                : scalar(java.util.Objects.requireNonNull(FLOAT.get(kind)), type, span, a, b);
    }

    /** Only the low five (six) bits of the count matter (JLS 15.19). */
    private RValue.Scalar shift(Tree.Kind kind, RValue.Scalar left, RValue.Scalar count, Span span) {
        JavaType type = promoted(left.type());
        boolean isLong = type == JavaType.LONG;
        Value mask = builder.integer(isLong ? 63 : 31, IntType.I32, span);
        Value masked = builder.compute(Operator.AND, IntType.I32, span, count.value(), mask);
        if (kind == Tree.Kind.UNSIGNED_RIGHT_SHIFT) {
            IntType unsigned = isLong ? IntType.U64 : IntType.U32;
            Value pattern = builder.cast(left.value(), unsigned, span);
            Value shifted = builder.compute(Operator.SHR, unsigned, span, pattern, masked);
            return new RValue.Scalar(builder.cast(shifted, (IntType) type.irType(), span), type);
        }
        return scalar(kind == Tree.Kind.LEFT_SHIFT ? Operator.SHL : Operator.SHR, type, span, left.value(), masked);
    }

    private RValue.Scalar scalar(Operator operator, JavaType type, Span span, Value... operands) {
        return new RValue.Scalar(builder.compute(operator, type.irType(), span, operands), type);
    }
}
