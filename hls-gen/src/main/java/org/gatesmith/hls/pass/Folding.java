package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Folds one function, operation by operation. */
class Folding extends IrTransform {

    private final Map<String, Table> tables = new HashMap<>();
    private final Definitions definitions = new Definitions();
    private final Map<Value, Literal> assumed = new IdentityHashMap<>();
    private final IntegerRules integers;
    private final ComparisonRules comparisons;
    private final FloatRules floats;
    private Span span = Span.NONE;

    Folding(Program program) {
        program.tables().forEach(table -> tables.put(table.name(), table));
        Scope scope = new Here();
        integers = new IntegerRules(scope);
        comparisons = new ComparisonRules(scope);
        floats = new FloatRules(scope);
    }

    /** The operations emitted so far, and what the branches around say. */
    private final class Here implements Scope {
        @Override
        public Optional<Literal> literal(Value value) {
            return Folding.this.literal(value);
        }

        @Override
        public Optional<Op.Compute> compute(Value value) {
            return definitions.compute(value);
        }

        @Override
        public Value constant(BigInteger number) {
            IntType type = IntType.I32.contains(number) ? IntType.I32 : IntType.holding(number, number);
            Value value = Value.of(type);
            emit(new Op.Constant(value, new Literal.Int(number), span));
            return value;
        }
    }

    private Optional<Literal> literal(Value value) {
        return Optional.ofNullable(assumed.get(value)).or(() -> definitions.literal(value));
    }

    @Override
    protected void emit(Op op) {
        definitions.add(op);
        super.emit(op);
    }

    // ---- expressions

    @Override
    protected void visit(Op.Compute op) {
        span = op.span();
        reduce(
                op,
                new Expression(
                        op.operator(),
                        unwidened(mapped(op.operands())),
                        op.result().scalarType()));
    }

    /** Replaces {@code op} by the simplest form of {@code e}, which has the same value. */
    private void reduce(Op.Compute op, Expression e) {
        switch (simplify(e).orElse(null)) {
            case null -> emit(new Op.Compute(op.result(), e.operator(), e.operands(), op.span()));
            case Simpler.Number number -> define(op.result(), number.literal());
            case Simpler.Computed computed ->
                reduce(op, new Expression(computed.operator(), unwidened(computed.operands()), e.type()));
            case Simpler.Same same when same.value().type().equals(e.type()) -> replace(op.result(), same.value());
            case Simpler.Same same
            when e.operator() == Operator.CAST ->
                emit(new Op.Compute(op.result(), Operator.CAST, List.of(same.value()), op.span()));
            case Simpler.Same same ->
                reduce(op, new Expression(Operator.CAST, unwidened(List.of(same.value())), e.type()));
        }
    }

    private void define(Value result, Literal literal) {
        Literal wrapped = literal instanceof Literal.Int number
                ? new Literal.Int(result.intType().wrap(number.value()))
                : literal;
        emit(new Op.Constant(result, wrapped, span));
    }

    private Optional<Simpler> simplify(Expression e) {
        Optional<Simpler> constant = constant(e);
        if (constant.isPresent()) {
            return constant;
        }
        return switch (e.operator().kind()) {
            case INTEGER -> integers.simplify(e);
            case COMPARISON -> comparisons.comparison(e);
            case SELECT -> comparisons.selection(e);
            case FLOAT, CONVERSION -> floats.simplify(e);
            case FLOAT_COMPARISON, APPROXIMATE -> Optional.empty();
        };
    }

    private Optional<Simpler> constant(Expression e) {
        List<Literal> literals = new ArrayList<>();
        for (Value operand : e.operands()) {
            Optional<Literal> literal = literal(operand);
            if (literal.isEmpty()) {
                return Optional.empty();
            }
            literals.add(literal.get());
        }
        return ConstantFolder.fold(e.operator(), literals, e.type()).map(Simpler.Number::new);
    }

    /** Operators look at the numbers, not at the types, so they need no casts that keep the number. */
    private List<Value> unwidened(List<Value> operands) {
        return operands.stream()
                .map(operand -> operand.type() instanceof IntType ? definitions.withoutWidening(operand) : operand)
                .toList();
    }

    @Override
    protected void visit(Op.Assume op) {
        span = op.span();
        Value operand = mapped(op.operand());
        Optional<Literal> literal = literal(operand).filter(number -> permits(op, number));
        if (literal.isPresent()) {
            define(op.result(), literal.get());
        } else {
            super.visit(op);
        }
    }

    private static boolean permits(Op.Assume op, Literal literal) {
        BigInteger number = ((Literal.Int) literal).value();
        return number.compareTo(op.min()) >= 0 && number.compareTo(op.max()) <= 0;
    }

    // ---- memory

    @Override
    protected void visit(Op.Load op) {
        span = op.span();
        List<Value> indices = unwidened(mapped(op.indices()));
        Value memory = mapped(op.memory());
        Optional<Literal> element = definitions.of(memory).orElse(null) instanceof Op.TableRef ref
                ? Optional.ofNullable(tables.get(ref.table())).flatMap(table -> element(table, indices))
                : Optional.empty();
        if (element.isPresent()) {
            define(op.result(), element.get());
        } else {
            emit(new Op.Load(op.result(), memory, indices, op.span()));
        }
    }

    private Optional<Literal> element(Table table, List<Value> indices) {
        BigInteger position = BigInteger.ZERO;
        for (int dimension = 0; dimension < indices.size(); dimension++) {
            BigInteger extent = BigInteger.valueOf(table.type().extents().get(dimension));
            Optional<Literal> index = literal(indices.get(dimension));
            if (index.isEmpty()) {
                return Optional.empty();
            }
            BigInteger number = ((Literal.Int) index.get()).value();
            if (number.signum() < 0 || number.compareTo(extent) >= 0) {
                return Optional.empty();
            }
            position = position.multiply(extent).add(number);
        }
        return Optional.of(table.elements().get(position.intValueExact()));
    }

    @Override
    protected void visit(Op.Store op) {
        Value memory = mapped(op.memory());
        emit(new Op.Store(
                memory,
                unwidened(mapped(op.indices())),
                stored(mapped(op.value()), element(memory.type())),
                op.span()));
    }

    @Override
    protected void visit(Op.FifoWrite op) {
        Value fifo = mapped(op.fifo());
        emit(new Op.FifoWrite(fifo, stored(mapped(op.value()), element(fifo.type())), op.span()));
    }

    private static ScalarType element(Type memory) {
        return switch (memory) {
            case ArrayType array -> array.element();
            case PortType port -> port.element();
            case FifoType fifo -> fifo.element();
            case ScalarType scalar -> throw new IllegalArgumentException(scalar + " has no elements");
        };
    }

    /** Storing wraps by itself, so casts that keep the bits which the element has are not needed. */
    private Value stored(Value value, ScalarType element) {
        Value source = value;
        while (element instanceof IntType type
                && definitions.of(source).orElse(null) instanceof Op.Compute cast
                && cast.operator() == Operator.CAST
                && (cast.result().intType().width() >= type.width()
                        || cast.result().intType().contains(cast.operand(0).intType()))) {
            source = cast.operand(0);
        }
        return source;
    }

    // ---- branches and loops

    @Override
    protected void visit(Op.If op) {
        Value condition = mapped(op.condition());
        Optional<Literal> known = literal(condition);
        if (known.isPresent()) {
            boolean taken = ((Literal.Int) known.get()).value().signum() != 0;
            List<Value> yields = splice(taken ? op.thenRegion() : op.elseRegion());
            replaceAll(op.results(), yields);
            return;
        }
        Region thenRegion = assuming(condition, 1, op.thenRegion());
        Region elseRegion = assuming(condition, 0, op.elseRegion());
        if (isSelection(op, thenRegion, elseRegion)) {
            thenRegion.ops().forEach(this::emit);
            elseRegion.ops().forEach(this::emit);
            visit(new Op.Compute(
                    op.results().getFirst(),
                    Operator.SELECT,
                    List.of(
                            condition,
                            thenRegion.yields().getFirst(),
                            elseRegion.yields().getFirst()),
                    op.span()));
            return;
        }
        emit(new Op.If(op.results(), condition, thenRegion, elseRegion, op.span()));
        for (int i = 0; i < op.results().size(); i++) {
            if (thenRegion.yields().get(i) == elseRegion.yields().get(i)) {
                replace(op.results().get(i), thenRegion.yields().get(i));
            }
        }
    }

    private Region assuming(Value condition, long truth, Region region) {
        assumed.put(condition, Literal.Int.of(truth));
        Region result = transform(region);
        assumed.remove(condition);
        return result;
    }

    /** Whether a branch only chooses one of two values that cost nothing to have both. */
    private static boolean isSelection(Op.If op, Region thenRegion, Region elseRegion) {
        return op.results().size() == 1
                && thenRegion.ops().stream().allMatch(Op.Constant.class::isInstance)
                && elseRegion.ops().stream().allMatch(Op.Constant.class::isInstance);
    }

    @Override
    protected void visit(Op.For op) {
        Optional<BigInteger> lower = integer(mapped(op.lower()));
        Optional<BigInteger> bound = integer(mapped(op.bound()));
        boolean never = lower.isPresent()
                && bound.isPresent()
                && !ComparisonRules.holds(op.relation(), lower.get(), bound.get());
        if (never) {
            replaceAll(op.results(), mapped(op.initial()));
        } else {
            super.visit(op);
        }
    }

    /** The integer that a value of the new code always is here, if it is known. */
    protected Optional<BigInteger> integer(Value value) {
        return literal(value).map(literal -> ((Literal.Int) literal).value());
    }
}
