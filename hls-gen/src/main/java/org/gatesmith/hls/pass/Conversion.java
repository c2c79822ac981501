package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Converts the branches of one function. */
final class Conversion extends IrTransform {

    /**
     * Operations of a branch outside pipelined loops, both sides together, up to which computing both is no longer than a branch:
     * a state of its own costs a cycle, in which about this many chained logic operations fit at the clocks of the boards.
     */
    static final int MAX_SPECULATED = 8;

    private final Program program;
    private final Definitions definitions;
    private final Totality totality;
    private boolean isPipelined;

    /** The condition under which the operations that are visited run; null where they always do. */
    private @Nullable Guard guard;

    /** Values that are zero unless their guard holds. */
    private final Map<Value, Guard> zeroOtherwise = new IdentityHashMap<>();

    /** A condition inside others, made into one value when an operation needs it. */
    private final class Guard {
        private final @Nullable Guard outer;
        private final Value condition;
        private final boolean holdsIfTrue;
        private final Span span;
        private @Nullable Value value;

        Guard(@Nullable Guard outer, Value condition, boolean holdsIfTrue, Span span) {
            this.outer = outer;
            this.condition = condition;
            this.holdsIfTrue = holdsIfTrue;
            this.span = span;
        }

        Value value() {
            Value known = value;
            if (known == null) {
                Value own = holdsIfTrue ? condition : computed(IntType.BOOL, Operator.NOT, span, condition);
                known = outer == null ? own : computed(IntType.BOOL, Operator.AND, span, outer.value(), own);
                value = known;
            }
            return known;
        }
    }

    /**
     * Converts one function.
     *
     * @param isCore whether pipelined loops call it
     */
    Conversion(Program program, Function function, boolean isCore) {
        this.program = program;
        this.definitions = Definitions.of(function);
        this.totality = new Totality(program);
        this.isPipelined = isCore;
    }

    private Value computed(ScalarType type, Operator operator, Span span, Value... operands) {
        Value result = Value.of(type);
        emit(new Op.Compute(result, operator, List.of(operands), span));
        return result;
    }

    private Value constant(ScalarType type, Literal literal, Span span) {
        Value result = Value.of(type);
        emit(new Op.Constant(result, literal, span));
        return result;
    }

    @Override
    protected void emit(Op op) {
        definitions.add(op);
        super.emit(op);
    }

    // ---- branches

    @Override
    protected void visit(Op.For loop) {
        boolean outer = isPipelined;
        isPipelined |= loop.directives().isPipelined();
        super.visit(loop);
        isPipelined = outer;
    }

    @Override
    protected void visit(Op.If op) {
        if (isPipelined && isStraight(op)) {
            convert(op);
        } else {
            speculate(op);
        }
    }

    /** Whether a branch holds no loop and no call that uses memory. Where unrolling has come first, none in a pipeline does. */
    private boolean isStraight(Op op) {
        return switch (op) {
            case Op.For _, Op.While _ -> false;
            case Op.Call call -> Cores.takesNumbersOnly(program.function(call.callee()));
            default ->
                op.regions().stream().allMatch(region -> region.ops().stream().allMatch(this::isStraight));
        };
    }

    private void convert(Op.If op) {
        Value condition = mapped(op.condition());
        @Nullable Guard outer = guard;
        Guard whenTrue = new Guard(outer, condition, true, op.span());
        guard = whenTrue;
        List<Value> first = splice(op.thenRegion());
        guard = new Guard(outer, condition, false, op.span());
        List<Value> second = splice(op.elseRegion());
        guard = outer;
        for (int i = 0; i < op.results().size(); i++) {
            choose(op.results().get(i), condition, first.get(i), second.get(i), whenTrue, op.span());
        }
    }

    private void choose(Value result, Value condition, Value first, Value second, @Nullable Guard whenTrue, Span span) {
        boolean alreadyZero = whenTrue != null && zeroOtherwise.get(first) == whenTrue && isZero(second);
        if (first == second || alreadyZero) {
            replace(result, first);
        } else {
            emit(new Op.Compute(result, Operator.SELECT, List.of(condition, first, second), span));
        }
    }

    private boolean isZero(Value value) {
        return definitions
                .literal(value)
                .filter(Promotion.zero(value.scalarType())::equals)
                .isPresent();
    }

    /** Converts a small branch outside pipelined loops. */
    private void speculate(Op.If op) {
        Value condition = mapped(op.condition());
        Region first = transform(op.thenRegion());
        Region second = transform(op.elseRegion());
        List<Op> both = new ArrayList<>(first.ops());
        both.addAll(second.ops());
        boolean isSmall = both.stream().allMatch(this::isCheap)
                && both.stream().filter(Op.Compute.class::isInstance).count() <= MAX_SPECULATED;
        if (!isSmall) {
            emit(new Op.If(op.results(), condition, first, second, op.span()));
            return;
        }
        both.forEach(this::emit);
        for (int i = 0; i < op.results().size(); i++) {
            choose(
                    op.results().get(i),
                    condition,
                    first.yields().get(i),
                    second.yields().get(i),
                    null,
                    op.span());
        }
    }

    private boolean isCheap(Op op) {
        return switch (op) {
            case Op.Constant _ -> true;
            case Op.Compute compute ->
                switch (compute.operator().kind()) {
                    case INTEGER, COMPARISON, SELECT -> isCheap(compute);
                    case FLOAT, FLOAT_COMPARISON, CONVERSION, APPROXIMATE -> false;
                };
            default -> false;
        };
    }

    private boolean isCheap(Op.Compute op) {
        return switch (op.operator()) {
            case MUL, DIV, REM -> false;
            default -> Totality.isTotal(op, definitions);
        };
    }

    // ---- operations under a condition

    @Override
    protected void visit(Op.Compute op) {
        @Nullable Guard here = guard;
        List<Value> operands = new ArrayList<>(mapped(op.operands()));
        if (here != null
                && !Totality.isTotal(new Op.Compute(op.result(), op.operator(), operands, op.span()), definitions)) {
            boolean shifts = op.operator() == Operator.SHL || op.operator() == Operator.SHR;
            operands.set(1, harmless(here, operands.get(1), shifts ? 0 : 1, op.span()));
        }
        emit(new Op.Compute(op.result(), op.operator(), operands, op.span()));
        boolean keepsZero = op.operator() == Operator.CAST;
        if (keepsZero && zeroOtherwise.containsKey(operands.getFirst())) {
            zeroOtherwise.put(op.result(), zeroOtherwise.get(operands.getFirst()));
        }
    }

    /** The operand where it is asked for, else a number with which no operator faults. */
    private Value harmless(Guard here, Value operand, long number, Span span) {
        Value other = constant(IntType.I32, Literal.Int.of(number), span);
        return computed(operand.scalarType(), Operator.SELECT, span, here.value(), operand, other);
    }

    /** A promise holds only where its operation runs; elsewhere the value counts for nothing. */
    @Override
    protected void visit(Op.Assume op) {
        if (guard == null) {
            super.visit(op);
        } else {
            visit(new Op.Compute(op.result(), Operator.CAST, List.of(op.operand()), op.span()));
        }
    }

    @Override
    protected void visit(Op.Load op) {
        Op.Load load = new Op.Load(op.result(), mapped(op.memory()), mapped(op.indices()), op.span());
        if (guard == null || Totality.isTotal(load, definitions)) {
            emit(load);
        } else {
            guardedResult(guard, load);
        }
    }

    @Override
    protected void visit(Op.FifoRead op) {
        Op.FifoRead read = new Op.FifoRead(op.result(), mapped(op.fifo()), op.span());
        if (guard == null) {
            emit(read);
        } else {
            guardedResult(guard, read);
        }
    }

    private void guardedResult(Guard here, Op access) {
        Value result = access.results().getFirst();
        Value read = result.fresh();
        Value zero = Value.of(result.type());
        Op.Constant otherwise = new Op.Constant(zero, Promotion.zero(result.scalarType()), access.span());
        emit(new Op.If(
                List.of(result),
                here.value(),
                new Region(List.of(), List.of(Results.replaced(access, List.of(read))), List.of(read)),
                new Region(List.of(), List.of(otherwise), List.of(zero)),
                access.span()));
        zeroOtherwise.put(result, here);
    }

    @Override
    protected void visit(Op.Store op) {
        guarded(new Op.Store(mapped(op.memory()), mapped(op.indices()), mapped(op.value()), op.span()));
    }

    @Override
    protected void visit(Op.FifoWrite op) {
        guarded(new Op.FifoWrite(mapped(op.fifo()), mapped(op.value()), op.span()));
    }

    private void guarded(Op access) {
        if (guard == null) {
            emit(access);
        } else {
            Region then = new Region(List.of(), List.of(access), List.of());
            emit(new Op.If(List.of(), guard.value(), then, Region.EMPTY, access.span()));
        }
    }

    /** A call that may fault is replaced by the function's body, of which every operation can be made harmless. */
    @Override
    protected void visit(Op.Call op) {
        if (guard == null || totality.isTotal(op.callee())) {
            super.visit(op);
            return;
        }
        Region body = program.function(op.callee()).body();
        replaceAll(op.results(), splice(FreshCopy.of(body, mapped(op.operands()), Map.of())));
    }
}
