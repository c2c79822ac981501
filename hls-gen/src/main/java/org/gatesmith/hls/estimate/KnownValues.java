package org.gatesmith.hls.estimate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;

/** Numbers that follow from the kernel's scalars, and the evaluation of operations on them. */
final class KnownValues {

    private final Program program;
    private final ControlSlice slice;
    private final Map<Value, Literal> known = new IdentityHashMap<>();
    private final Map<Value, Table> tables = new IdentityHashMap<>();
    private final Map<Region, List<Op>> relevant = new IdentityHashMap<>();

    KnownValues(Program program, ControlSlice slice) {
        this.program = program;
        this.slice = slice;
    }

    Optional<Literal> of(Value value) {
        return Optional.ofNullable(known.get(value));
    }

    Optional<BigInteger> integer(Value value) {
        return known.get(value) instanceof Literal.Int number ? Optional.of(number.value()) : Optional.empty();
    }

    void define(Value value, Optional<Literal> literal) {
        if (literal.isPresent()) {
            known.put(value, literal.get());
        } else {
            known.remove(value);
        }
    }

    void define(Value value, long number) {
        known.put(value, Literal.Int.of(number));
    }

    /** Hands values on, all read before any is written. */
    void copy(List<Value> to, List<Value> from) {
        defineAll(to, from.stream().map(this::of).toList());
    }

    void defineAll(List<Value> to, List<Optional<Literal>> literals) {
        for (int i = 0; i < to.size(); i++) {
            define(to.get(i), literals.get(i));
        }
    }

    void forget(List<Value> values) {
        values.forEach(known::remove);
    }

    boolean matters(Value value) {
        return slice.contains(value);
    }

    /** The operations of a region that have to be evaluated. */
    List<Op> relevant(Region region) {
        return relevant.computeIfAbsent(region, _ -> chosen(region));
    }

    private List<Op> chosen(Region region) {
        return region.ops().stream()
                .filter(op -> op instanceof Op.TableRef
                        || op.results().stream().anyMatch(this::matters)
                        || (op instanceof Op.If branch && holdsIndex(branch)))
                .toList();
    }

    /** Whether a guarded access has an index of its own, a constant. */
    private boolean holdsIndex(Op.If branch) {
        return branch.thenRegion().ops().stream()
                .anyMatch(op -> op instanceof Op.Constant constant && matters(constant.result()));
    }

    /** Evaluates a simple operation, as far as its result matters and its operands are known. */
    void evaluate(Op op) {
        switch (op) {
            case Op.Constant constant -> define(constant.result(), Optional.of(constant.literal()));
            case Op.TableRef reference -> tables.put(reference.result(), program.table(reference.table()));
            case Op.Compute compute when matters(compute.result()) -> define(compute.result(), computed(compute));
            case Op.Assume assume
            when matters(assume.result()) ->
                define(
                        assume.result(),
                        integer(assume.operand())
                                .map(number -> new Literal.Int(
                                        ((IntType) assume.result().type()).wrap(number))));
            case Op.Load load when matters(load.result()) -> define(load.result(), element(load));
            case Op.Call call when call.results().stream().anyMatch(this::matters) -> call(call);
            case Op.If branch -> {
                // A guarded access: its index may be a constant of its own.
                branch.thenRegion().ops().stream()
                        .filter(Op.Constant.class::isInstance)
                        .forEach(this::evaluate);
                forget(branch.results());
            }
            default -> forget(op.results());
        }
    }

    private Optional<Literal> computed(Op.Compute op) {
        List<Literal> operands = new ArrayList<>(op.operands().size());
        for (Value operand : op.operands()) {
            Literal literal = known.get(operand);
            if (literal == null) {
                return Optional.empty();
            }
            operands.add(literal);
        }
        return ConstantFolder.fold(op.operator(), operands, op.result().scalarType());
    }

    private Optional<Literal> element(Op.Load load) {
        Table table = tables.get(load.memory());
        if (table == null) {
            return Optional.empty();
        }
        ArrayType type = table.type();
        BigInteger position = BigInteger.ZERO;
        for (int i = 0; i < load.indices().size(); i++) {
            Optional<BigInteger> index = integer(load.indices().get(i));
            BigInteger extent = BigInteger.valueOf(type.extents().get(i));
            if (index.isEmpty() || index.get().signum() < 0 || index.get().compareTo(extent) >= 0) {
                return Optional.empty();
            }
            position = position.multiply(extent).add(index.get());
        }
        return Optional.of(table.elements().get(position.intValueExact()));
    }

    /** A pure function. */
    private void call(Op.Call call) {
        Function callee = program.function(call.callee());
        copy(callee.parameters(), call.operands());
        callee.body().ops().forEach(this::evaluate);
        copy(call.results(), callee.body().yields());
    }
}
