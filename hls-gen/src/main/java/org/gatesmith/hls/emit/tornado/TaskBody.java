package org.gatesmith.hls.emit.tornado;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Lowers the regions of the one function to statements of Java. Every value is a variable of its own or stands where it is used.
 *
 * <p>TornadoVM 4.0.1 puts the braces of OpenCL by rules of thumb that fail for branches in branches, for {@code break} and for
 * {@code return}. So there are only loops, and branches with nothing but straight code in them. A branch with more inside is
 * predicated: both arms are computed, each under a predicate; stores are guarded by it, loads take element 0 where it is
 * false, loops do not start, and divisors are not zero.
 */
final class TaskBody {

    private final TaskScope scope;
    private final Computations computations;
    private final TaskLoops loops;

    TaskBody(TaskScope scope) {
        this.scope = scope;
        this.computations = new Computations(scope);
        this.loops = new TaskLoops(scope, this);
    }

    // ---- regions

    List<Statement> block(Region region) {
        List<Statement> out = new ArrayList<>();
        region.ops().forEach(op -> statement(op, out));
        return out;
    }

    void statement(Op op, List<Statement> out) {
        switch (op) {
            case Op.Constant constant -> scope.bind(constant.result(), Computations.literal(constant));
            case Op.Assume assume ->
                scope.define(assume.result(), TaskScope.converted(scope.term(assume.operand()), assume.result()), out);
            case Op.Compute product when WideProducts.isWide(product) -> computations.remember(product);
            case Op.Compute compute -> scope.define(compute.result(), computations.of(compute), out);
            case Op.Load load -> load(load, out);
            case Op.Store store -> store(store, out);
            case Op.AllocArray alloc -> allocate(alloc, out);
            case Op.If branch -> branch(branch, out);
            case Op.For loop -> loops.loop(loop, out);
            case Op.While loop -> loops.loop(loop, out);
            case Op.FifoRead read -> out.addAll(read(read));
            case Op.FifoWrite write -> {
                Term value = TaskScope.converted(scope.term(write.value()), elementOf(write.fifo()));
                out.addAll(scope.fifo(write.fifo()).write(value, scope.predicate()));
            }
            case Op.FifoEmpty empty ->
                scope.keep(empty.result(), scope.fifo(empty.fifo()).isEmpty(), out);
            case Op.AllocFifo _, Op.TableRef _ -> {}
            case Op.Call call -> throw new IllegalArgumentException("a call of " + call.callee() + " is not inlined");
        }
    }

    private static ScalarType elementOf(Value memory) {
        return switch (memory.type()) {
            case org.gatesmith.hls.ir.PortType port -> port.element();
            case ArrayType array -> array.element();
            case org.gatesmith.hls.ir.FifoType fifo -> fifo.element();
            case ScalarType scalar -> throw new IllegalArgumentException(scalar + " has no elements");
        };
    }

    // ---- memories

    private String index(Memory memory, List<Value> indices) {
        return memory.flat(indices.stream().map(scope::term).toList());
    }

    private void load(Op.Load load, List<Statement> out) {
        if (!scope.isUsed(load.result())) {
            return;
        }
        Memory memory = scope.memory(load.memory());
        String index = index(memory, load.indices());
        Term variable = scope.declare(load.result());
        out.add(new Statement.Line("final " + variable.register().keyword() + " " + variable.text() + " = "
                + memory.get(scope.predicate() == null ? index : "(" + index + ") & -" + scope.predicate())));
    }

    private void store(Op.Store store, List<Statement> out) {
        Memory memory = scope.memory(store.memory());
        Term value = TaskScope.converted(scope.term(store.value()), elementOf(store.memory()));
        Statement set = new Statement.Line(memory.set(index(memory, store.indices()), value));
        out.add(scope.predicate() == null ? set : when(scope.predicate() + " != 0", List.of(set)));
    }

    private static Statement when(String condition, List<Statement> statements) {
        return new Statement.If(List.of(new Statement.Branch(condition, statements)), null);
    }

    /** TornadoVM does not zero arrays, whatever Java says. */
    private void allocate(Op.AllocArray alloc, List<Statement> out) {
        if (!scope.isUsed(alloc.result())) {
            return;
        }
        ArrayType type = alloc.type();
        String name = scope.name(alloc.result().name());
        scope.bind(alloc.result(), new Memory.Local(name, type.extents()));
        String element = Register.of(type.element()).keyword();
        out.add(new Statement.Line(
                "final " + element + "[] " + name + " = new " + element + "[" + type.elements() + "]"));
        if (alloc.zeroed()) {
            String counter = scope.name("zero");
            String head = "for (int " + counter + " = 0; " + counter + " < " + type.elements() + "; " + counter + "++)";
            out.add(new Statement.Loop("", head, List.of(new Statement.Line(name + "[" + counter + "] = 0")), ""));
        }
    }

    private List<Statement> read(Op.FifoRead read) {
        Term variable = scope.declare(read.result());
        return scope.fifo(read.fifo()).read(variable, scope.predicate());
    }

    // ---- branches

    private void branch(Op.If branch, List<Statement> out) {
        boolean straight = scope.predicate() == null && branch.results().isEmpty();
        if (straight && isStraight(branch.thenRegion()) && isStraight(branch.elseRegion())) {
            List<Statement> then = block(branch.thenRegion());
            List<Statement> otherwise = block(branch.elseRegion());
            String condition = scope.term(branch.condition()).condition();
            out.add(new Statement.If(
                    List.of(new Statement.Branch(condition, then)), otherwise.isEmpty() ? null : otherwise));
        } else {
            predicated(branch, out);
        }
    }

    /** Whether the arm can hold no branch, not even that of a Java conditional. */
    private static boolean isStraight(Region arm) {
        return arm.ops().stream().allMatch(op -> switch (op) {
            case Op.Constant _, Op.Load _, Op.Store _ -> true;
            case Op.Compute compute ->
                switch (compute.operator()) {
                    case ADD, SUB, MUL, AND, OR, XOR, NOT, NEG, CAST, FADD, FSUB, FMUL, FDIV, FNEG -> true;
                    default -> false;
                };
            default -> false;
        });
    }

    private void predicated(Op.If branch, List<Statement> out) {
        String outer = scope.predicate();
        Term condition = scope.term(branch.condition());
        String held = scope.name("holds");
        out.add(new Statement.Line("final int " + held + " = " + condition.value()));
        arm(branch.thenRegion(), and(outer, held, out), out);
        arm(branch.elseRegion(), and(outer, "(1 - " + held + ")", out), out);
        scope.setPredicate(outer);
        for (int i = 0; i < branch.results().size(); i++) {
            Value result = branch.results().get(i);
            Term then =
                    TaskScope.converted(scope.term(branch.thenRegion().yields().get(i)), result);
            Term otherwise =
                    TaskScope.converted(scope.term(branch.elseRegion().yields().get(i)), result);
            Term chosen =
                    Computations.choice(TaskScope.variable(held, IntType.BOOL), then, otherwise, result.scalarType());
            scope.keep(result, chosen, out);
        }
    }

    private String and(@Nullable String outer, String condition, List<Statement> out) {
        String name = scope.name("active");
        out.add(new Statement.Line(
                "final int " + name + " = " + (outer == null ? condition : outer + " & " + condition)));
        return name;
    }

    private void arm(Region arm, String active, List<Statement> out) {
        scope.setPredicate(active);
        arm.ops().forEach(op -> statement(op, out));
    }
}
