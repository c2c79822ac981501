package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Rewrites a program with the types that were chosen; where two types meet, a cast stands between. No cast changes a value. */
final class Narrowing extends IrTransform {

    private final Program program;
    private final NarrowTypes types;
    private final Map<Value, Literal> constants = new IdentityHashMap<>();
    private final Map<Value, Value> counters = new IdentityHashMap<>();

    Narrowing(Program program, NarrowTypes types) {
        this.program = program;
        this.types = types;
    }

    Program run() {
        List<Table> tables = program.tables().stream()
                .map(table -> new Table(
                        table.name(),
                        (ArrayType) types.ofTable(table.name(), table.type()),
                        table.elements(),
                        table.directives()))
                .toList();
        List<Function> functions =
                program.functions().stream().map(this::function).toList();
        return new Program(tables, functions);
    }

    private Function function(Function function) {
        Region body = transform(function.body());
        List<Type> results = function.body().yields().stream().map(types::of).toList();
        return function.withBody(yielding(body, results, function.span()));
    }

    @Override
    protected Value parameter(Value value) {
        return counters.containsKey(value) ? value : narrowed(value);
    }

    /** The value of the chosen type that stands for {@code value} from here on. */
    private Value narrowed(Value value) {
        Type type = types.of(value);
        if (type.equals(value.type())) {
            return value;
        }
        Value result = value.withType(type);
        replace(value, result);
        return result;
    }

    private List<Value> narrowed(List<Value> values) {
        return values.stream().map(this::narrowed).toList();
    }

    /** The region with its yields cast to the types that its owner expects. */
    private Region yielding(Region region, List<Type> expected, Span span) {
        List<Op> ops = new ArrayList<>(region.ops());
        List<Value> yields = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            yields.add(cast(region.yields().get(i), expected.get(i), span, ops));
        }
        return new Region(region.parameters(), ops, yields);
    }

    private Value cast(Value value, Type type, Span span, List<Op> ops) {
        if (value.type().equals(type)) {
            return value;
        }
        Value result = value.withType(type);
        Literal literal = constants.get(value);
        ops.add(
                literal == null
                        ? new Op.Compute(result, Operator.CAST, List.of(value), span)
                        : new Op.Constant(result, wrapped(literal, type), span));
        return result;
    }

    /** A constant that does not fit stands where control never comes; there any value will do. */
    private static Literal wrapped(Literal literal, Type type) {
        return literal instanceof Literal.Int number && type instanceof IntType integer
                ? new Literal.Int(integer.wrap(number.value()))
                : literal;
    }

    /** Operands cast to the types that stand on the other side. */
    private List<Value> cast(List<Value> operands, List<Type> expected, Span span) {
        List<Op> casts = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            values.add(cast(mapped(operands.get(i)), expected.get(i), span, casts));
        }
        casts.forEach(this::emit);
        return values;
    }

    private static List<Type> typesOf(List<Value> values) {
        return values.stream().map(Value::type).toList();
    }

    @Override
    protected void visit(Op.Constant op) {
        Value result = narrowed(op.result());
        constants.put(result, op.literal());
        emit(new Op.Constant(result, op.literal(), op.span()));
    }

    @Override
    protected void visit(Op.Compute op) {
        List<Value> operands = mapped(op.operands());
        emit(new Op.Compute(narrowed(op.result()), op.operator(), operands, op.span()));
    }

    @Override
    protected void visit(Op.Assume op) {
        Value operand = mapped(op.operand());
        emit(new Op.Assume(narrowed(op.result()), operand, op.min(), op.max(), op.what(), op.span()));
    }

    @Override
    protected void visit(Op.AllocArray op) {
        emit(new Op.AllocArray(narrowed(op.result()), op.zeroed(), op.directives(), op.span()));
    }

    @Override
    protected void visit(Op.TableRef op) {
        emit(new Op.TableRef(narrowed(op.result()), op.table(), op.span()));
    }

    @Override
    protected void visit(Op.AllocFifo op) {
        emit(new Op.AllocFifo(narrowed(op.result()), op.depth(), op.span()));
    }

    /** A load has exactly the element type; uses see its value, which may be narrower still. */
    @Override
    protected void visit(Op.Load op) {
        Value memory = mapped(op.memory());
        Value result = element(op.result(), memory);
        emit(new Op.Load(result, memory, mapped(op.indices()), op.span()));
        narrowFurther(op.result(), result, op.span());
    }

    @Override
    protected void visit(Op.FifoRead op) {
        Value fifo = mapped(op.fifo());
        Value result = element(op.result(), fifo);
        emit(new Op.FifoRead(result, fifo, op.span()));
        narrowFurther(op.result(), result, op.span());
    }

    private static Value element(Value old, Value memory) {
        ScalarType type = switch (memory.type()) {
            case ArrayType array -> array.element();
            case org.gatesmith.hls.ir.PortType port -> port.element();
            case org.gatesmith.hls.ir.FifoType fifo -> fifo.element();
            case ScalarType scalar -> scalar;
        };
        return type.equals(old.type()) ? old : old.withType(type);
    }

    private void narrowFurther(Value old, Value read, Span span) {
        Type type = types.of(old);
        boolean isNarrower =
                type instanceof IntType narrow && read.type() instanceof IntType wide && narrow.width() < wide.width();
        if (isNarrower) {
            Value result = old.withType(type);
            emit(new Op.Compute(result, Operator.CAST, List.of(read), span));
            replace(old, result);
        } else {
            replace(old, read);
        }
    }

    @Override
    protected void visit(Op.FifoEmpty op) {
        emit(new Op.FifoEmpty(op.result(), mapped(op.fifo()), op.span()));
    }

    @Override
    protected void visit(Op.Call op) {
        Function callee = program.function(op.callee());
        List<Type> expected = callee.parameters().stream().map(types::of).toList();
        List<Value> operands = cast(op.operands(), expected, op.span());
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < op.results().size(); i++) {
            Value old = op.results().get(i);
            Type type = types.of(callee.body().yields().get(i));
            Value result = type.equals(old.type()) ? old : old.withType(type);
            replace(old, result);
            results.add(result);
        }
        emit(new Op.Call(results, op.callee(), operands, op.span()));
    }

    @Override
    protected void visit(Op.If op) {
        List<Value> results = narrowed(op.results());
        List<Type> expected = typesOf(results);
        emit(new Op.If(
                results,
                mapped(op.condition()),
                yielding(transform(op.thenRegion()), expected, op.span()),
                yielding(transform(op.elseRegion()), expected, op.span()),
                op.span()));
    }

    @Override
    protected void visit(Op.For op) {
        counters.put(op.counter(), op.counter());
        List<Value> results = narrowed(op.results());
        List<Type> expected = typesOf(results);
        Value lower = cast(List.of(op.lower()), List.of(op.counter().type()), op.span())
                .getFirst();
        List<Value> initial = cast(op.initial(), expected, op.span());
        emit(new Op.For(
                results,
                op.label(),
                lower,
                op.relation(),
                mapped(op.bound()),
                op.step(),
                initial,
                yielding(transform(op.body()), expected, op.span()),
                op.directives(),
                op.span()));
    }

    @Override
    protected void visit(Op.While op) {
        List<Value> results = narrowed(op.results());
        List<Type> carried = op.before().parameters().stream().map(types::of).toList();
        List<Type> forwarded = new ArrayList<>(List.of(IntType.BOOL));
        forwarded.addAll(typesOf(results));
        List<Value> initial = cast(op.initial(), carried, op.span());
        emit(new Op.While(
                results,
                op.label(),
                initial,
                yielding(transform(op.before()), forwarded, op.span()),
                yielding(transform(op.body()), carried, op.span()),
                op.directives(),
                op.span()));
    }
}
