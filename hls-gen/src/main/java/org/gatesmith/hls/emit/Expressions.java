package org.gatesmith.hls.emit;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;
import org.jspecify.annotations.Nullable;

/** What the values of a function are written as, once their variables have names. */
final class Expressions {

    private final ValueUses uses;
    private final InlinePlan plan;
    private final Variables variables;
    private final Ranges ranges;
    private final Dialect dialect;

    private final Map<Variable, String> names = new IdentityHashMap<>();

    /** Function parameters, loop counters, memories and FIFOs. */
    private final Map<Value, String> fixed = new IdentityHashMap<>();

    private final Map<Value, CType> fixedTypes = new IdentityHashMap<>();

    Expressions(ValueUses uses, InlinePlan plan, Variables variables, Ranges ranges, Dialect dialect) {
        this.uses = uses;
        this.plan = plan;
        this.variables = variables;
        this.ranges = ranges;
        this.dialect = dialect;
    }

    void name(Variable variable, String name) {
        names.put(variable, name);
    }

    /** The name of a variable that has been declared. */
    String name(Variable variable) {
        return Objects.requireNonNull(names.get(variable), "a variable is used before its declaration");
    }

    void name(Value memory, String name) {
        fixed.put(memory, name);
    }

    void name(Value number, String name, CType type) {
        fixed.put(number, name);
        fixedTypes.put(number, type);
    }

    /** The name of an array, port or FIFO. */
    String memory(Value memory) {
        return Objects.requireNonNull(fixed.get(memory), () -> "no name for " + memory);
    }

    /** What a value is written as, with all that is known of its range. */
    Expression of(Value value) {
        Expression expression = written(value);
        return value.type() instanceof IntType ? known(expression, ranges.of(value)) : expression;
    }

    private static Expression known(Expression expression, IntRange range) {
        Interval interval = new Interval(range.min(), range.max());
        boolean says = !range.isEmpty() && expression.isExact() && !expression.isNumber();
        return says && expression.interval().overlaps(interval) ? expression.within(interval) : expression;
    }

    private Expression written(Value value) {
        Variable variable = variables.of(value);
        if (uses.isConversion(value)) {
            Op conversion = Objects.requireNonNull(uses.definition(value));
            Expression operand = of(conversion.operands().getFirst());
            return dialect.compute(Operator.CAST, List.of(operand), value.scalarType());
        }
        if (variable != null) {
            return dialect.stored(name(variable), variable.type(), value.scalarType());
        }
        CType type = fixedTypes.get(value);
        if (type != null) {
            return dialect.stored(memory(value), type, value.scalarType());
        }
        return computed(Objects.requireNonNull(uses.definition(value), () -> "no definition of " + value));
    }

    /** The expression of the operation itself, whether or not its result has a variable. */
    Expression computed(Op op) {
        return switch (op) {
            case Op.Constant constant ->
                dialect.literal(constant.literal(), constant.result().scalarType());
            case Op.Compute compute -> computed(compute);
            case Op.Load load ->
                dialect.stored(
                        element(load.memory(), load.indices()),
                        elementType(load.memory()),
                        load.result().scalarType());
            case Op.FifoRead read ->
                dialect.read(memory(read.fifo()), read.result().scalarType());
            case Op.FifoEmpty empty -> dialect.isEmpty(memory(empty.fifo()));
            case Op.If choice -> choice(choice);
            default -> throw new IllegalArgumentException(op + " is not an expression");
        };
    }

    /**
     * Java's {@code &} of truth values evaluates both; where the second is but a computation, C's {@code &&} is the same and
     * reads better.
     */
    private Expression computed(Op.Compute compute) {
        List<Expression> operands = compute.operands().stream().map(this::of).toList();
        boolean logical = compute.operands().stream()
                        .allMatch(operand -> operand.type().equals(IntType.BOOL))
                && compute.result().type().equals(IntType.BOOL)
                && !plan.accessesMemory(compute.operand(compute.operands().size() - 1));
        if (logical && compute.operator() == Operator.AND) {
            return dialect.and(operands.getFirst(), operands.getLast());
        }
        return logical && compute.operator() == Operator.OR
                ? dialect.or(operands.getFirst(), operands.getLast())
                : dialect.compute(compute.operator(), operands, compute.result().scalarType());
    }

    /** {@code memory[i][j]}. */
    String element(Value memory, List<Value> indices) {
        return memory(memory)
                + indices.stream()
                        .map(index -> "[" + dialect.index(of(index)) + "]")
                        .collect(Collectors.joining());
    }

    CType elementType(Value memory) {
        return switch (memory.type()) {
            case PortType port -> dialect.portElement(port.element());
            case ArrayType array -> dialect.type(array.element());
            case FifoType fifo -> dialect.type(fifo.element());
            case ScalarType scalar -> throw new IllegalArgumentException(scalar + " has no elements");
        };
    }

    /** A branch that only chooses; between truth values it is a logical operator. */
    private Expression choice(Op.If branch) {
        Value first = branch.thenRegion().yields().getFirst();
        Value second = branch.elseRegion().yields().getFirst();
        Expression condition = of(branch.condition());
        ScalarType type = branch.results().getFirst().scalarType();
        if (type.equals(IntType.BOOL)) {
            Boolean then = truth(first);
            Boolean otherwise = truth(second);
            if (Boolean.FALSE.equals(otherwise)) {
                return dialect.and(condition, of(first));
            }
            if (Boolean.TRUE.equals(then)) {
                return dialect.or(condition, of(second));
            }
            if (Boolean.FALSE.equals(then)) {
                return dialect.and(dialect.not(condition), of(second));
            }
            if (Boolean.TRUE.equals(otherwise)) {
                return dialect.or(dialect.not(condition), of(first));
            }
        }
        return dialect.choice(condition, of(first), of(second), type);
    }

    /** The value of a truth value that is written out, null for any other. */
    private @Nullable Boolean truth(Value value) {
        return uses.isLiteral(uses.base(value))
                ? Boolean.valueOf(of(value).interval().min().signum() != 0)
                : null;
    }
}
