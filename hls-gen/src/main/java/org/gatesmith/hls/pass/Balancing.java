package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Balances the expressions of one function. */
final class Balancing extends IrTransform {

    /** Depth of what a loop carries: below everything that an iteration computes from other things. */
    private static final int CARRIED = 1 << 20;

    /** Depth that a load or call adds: a few levels of operators. */
    private static final int SLOW = 8;

    private final Definitions definitions;
    private final Map<Value, Integer> uses = new IdentityHashMap<>();
    private final Map<Value, Region> homes = new IdentityHashMap<>();
    private final Map<Value, Integer> depths = new IdentityHashMap<>();
    /** Results that are part of a chain which ends later. */
    private final Set<Value> absorbed = Collections.newSetFromMap(new IdentityHashMap<>());

    Balancing(Function function) {
        this.definitions = Definitions.of(function);
        index(function.body());
    }

    private void index(Region region) {
        for (Op op : region.ops()) {
            op.operands().forEach(value -> uses.merge(value, 1, Integer::sum));
            op.results().forEach(result -> homes.put(result, region));
            op.regions().forEach(this::index);
        }
        region.yields().forEach(value -> uses.merge(value, 1, Integer::sum));
        region.ops().reversed().forEach(op -> absorb(op, region));
    }

    /** Notes which operands of a chain's end belong to the chain. Users come before what they use. */
    private void absorb(Op op, Region region) {
        if (op instanceof Op.Compute user && isChained(user.operator())) {
            int width = user.result().intType().width();
            for (Value operand : user.operands()) {
                boolean belongs = definitions.of(operand).orElse(null) instanceof Op.Compute inner
                        && homes.get(operand) == region
                        && uses.getOrDefault(operand, 0) == 1
                        && family(inner.operator()) == family(user.operator())
                        && keepsBits(inner, width);
                if (belongs) {
                    absorbed.add(operand);
                }
            }
        }
    }

    private static boolean isChained(Operator operator) {
        return switch (operator) {
            case ADD, SUB, MUL, AND, OR, XOR, MIN, MAX -> true;
            default -> false;
        };
    }

    private static Operator family(Operator operator) {
        return operator == Operator.SUB ? Operator.ADD : operator;
    }

    /** Whether an intermediate result is exact, or has at least the bits of the final one. */
    private static boolean keepsBits(Op.Compute op, int width) {
        return switch (op.operator()) {
            case ADD, SUB, MUL -> op.result().intType().width() >= width || isExact(op);
            default -> isExact(op);
        };
    }

    private static boolean isExact(Op.Compute op) {
        IntType left = op.operand(0).intType();
        IntType right = op.operand(1).intType();
        return switch (op.operator()) {
            case ADD -> op.result().intType().contains(sum(left, right));
            case SUB -> op.result().intType().contains(difference(left, right));
            case MUL -> op.result().intType().contains(product(left, right));
            default ->
                op.result().intType().contains(left) && op.result().intType().contains(right);
        };
    }

    private static IntType sum(IntType left, IntType right) {
        return IntType.holding(left.min().add(right.min()), left.max().add(right.max()));
    }

    private static IntType difference(IntType left, IntType right) {
        return IntType.holding(left.min().subtract(right.max()), left.max().subtract(right.min()));
    }

    private static IntType product(IntType left, IntType right) {
        List<BigInteger> corners = List.of(
                left.min().multiply(right.min()),
                left.min().multiply(right.max()),
                left.max().multiply(right.min()),
                left.max().multiply(right.max()));
        return IntType.holding(Collections.min(corners), Collections.max(corners));
    }

    // ---- depths

    @Override
    protected void visit(Op.For op) {
        op.carried().forEach(value -> depths.put(value, CARRIED));
        super.visit(op);
    }

    @Override
    protected void visit(Op.While op) {
        op.before().parameters().forEach(value -> depths.put(value, CARRIED));
        op.body().parameters().forEach(value -> depths.put(value, CARRIED));
        super.visit(op);
    }

    private int depth(Value value) {
        return depths.getOrDefault(value, 0);
    }

    @Override
    protected void emit(Op op) {
        int deepest = op.operands().stream().mapToInt(this::depth).max().orElse(0);
        boolean isSlow = switch (op) {
            case Op.Load _, Op.FifoRead _, Op.Call _, Op.If _ -> true;
            default -> false;
        };
        boolean isInstant = op instanceof Op.Constant || op instanceof Op.TableRef;
        int depth = isInstant ? 0 : deepest + (isSlow ? SLOW : 1);
        // What comes out of a loop or branch is no part of the recurrence inside it.
        boolean isNested = op instanceof Op.For || op instanceof Op.While;
        op.results().forEach(result -> depths.put(result, isNested ? SLOW : depth));
        super.emit(op);
    }

    // ---- conditional sums

    /**
     * {@code select(c, sum + x, sum)} becomes {@code sum + select(c, x, 0)} where the sum is carried: the choice is made while the
     * sum is not there yet.
     *
     * @param changed position of the operand that is the sum of the other and something
     */
    private boolean accumulate(Op.Compute select, int changed, int kept) {
        Value sum = select.operand(kept);
        Value result = select.operand(changed);
        if (!(definitions.of(result).orElse(null) instanceof Op.Compute inner)
                || uses.getOrDefault(result, 0) != 1
                || !isAccumulation(inner, sum)
                || !keepsBits(inner, select.result().intType().width())) {
            return false;
        }
        Value addend = mapped(inner.operand(0) == sum ? inner.operand(1) : inner.operand(0));
        // A counter that counts under a condition is fast as it is, and analyses know it by its form.
        boolean isCounter = definitions.integer(addend).isPresent();
        if (isCounter || depth(mapped(sum)) < CARRIED || depth(addend) >= CARRIED) {
            return false;
        }
        Value zero = Value.of(IntType.I32);
        emit(new Op.Constant(zero, Literal.Int.of(0), select.span()));
        Value chosen = addend.fresh();
        List<Value> choice = changed == 1
                ? List.of(mapped(select.operand(0)), addend, zero)
                : List.of(mapped(select.operand(0)), zero, addend);
        emit(new Op.Compute(chosen, Operator.SELECT, choice, select.span()));
        emit(new Op.Compute(select.result(), inner.operator(), List.of(mapped(sum), chosen), select.span()));
        return true;
    }

    /** Whether an operator adds something to {@code sum}, of which 0 changes nothing. */
    private static boolean isAccumulation(Op.Compute op, Value sum) {
        return switch (op.operator()) {
            case ADD, OR, XOR -> (op.operand(0) == sum) != (op.operand(1) == sum);
            case SUB -> op.operand(0) == sum && op.operand(1) != sum;
            default -> false;
        };
    }

    // ---- chains

    /** A part of a sum, or of another chain. */
    private record Term(Value value, boolean isNegative, int depth) {}

    @Override
    protected void visit(Op.Compute op) {
        if (op.operator() == Operator.SELECT && op.result().type() instanceof IntType) {
            boolean rewritten = accumulate(op, 1, 2) || accumulate(op, 2, 1);
            if (!rewritten) {
                super.visit(op);
            }
            return;
        }
        if (!isChained(op.operator()) || absorbed.contains(op.result())) {
            super.visit(op);
            return;
        }
        List<Term> terms = terms(op);
        boolean sumOfNegatives = terms.stream().allMatch(Term::isNegative);
        if (terms.size() < 3 || sumOfNegatives) {
            super.visit(op);
        } else {
            build(op, terms);
        }
    }

    private List<Term> terms(Op.Compute root) {
        List<Term> terms = new ArrayList<>();
        Deque<Term> pending = new ArrayDeque<>();
        push(root, false, pending);
        while (!pending.isEmpty()) {
            Term term = pending.pop();
            if (absorbed.contains(term.value())) {
                push((Op.Compute) definitions.of(term.value()).orElseThrow(), term.isNegative(), pending);
            } else {
                Value now = mapped(term.value());
                terms.add(new Term(now, term.isNegative(), depth(now)));
            }
        }
        return terms;
    }

    private static void push(Op.Compute op, boolean isNegative, Deque<Term> pending) {
        boolean flips = op.operator() == Operator.SUB;
        pending.push(new Term(op.operand(1), isNegative != flips, 0));
        pending.push(new Term(op.operand(0), isNegative, 0));
    }

    /** Joins the two earliest terms again and again; equally early ones in the order of the chain. */
    private void build(Op.Compute root, List<Term> terms) {
        record Waiting(Term term, int order) {}
        PriorityQueue<Waiting> queue = new PriorityQueue<>(
                Comparator.comparingInt((Waiting waiting) -> waiting.term().depth())
                        .thenComparingInt(Waiting::order));
        int order = 0;
        for (Term term : terms) {
            queue.add(new Waiting(term, order++));
        }
        while (queue.size() > 2) {
            Term first = queue.remove().term();
            Term second = queue.remove().term();
            queue.add(new Waiting(joined(root, first, second), order++));
        }
        Term first = queue.remove().term();
        Term second = queue.remove().term();
        boolean swap = first.isNegative();
        Value left = swap ? second.value() : first.value();
        Value right = swap ? first.value() : second.value();
        Operator operator = first.isNegative() != second.isNegative() ? Operator.SUB : family(root.operator());
        emit(new Op.Compute(root.result(), operator, List.of(left, right), root.span()));
    }

    private Term joined(Op.Compute root, Term first, Term second) {
        boolean differ = first.isNegative() != second.isNegative();
        Value left = first.isNegative() && differ ? second.value() : first.value();
        Value right = first.isNegative() && differ ? first.value() : second.value();
        Operator operator = differ ? Operator.SUB : family(root.operator());
        Value result = Value.of(
                type(operator, left.intType(), right.intType(), root.result().intType()));
        emit(new Op.Compute(result, operator, List.of(left, right), root.span()));
        return new Term(result, !differ && first.isNegative(), depth(result));
    }

    /** The type that loses nothing, unless only the low bits matter in the end. */
    private static IntType type(Operator operator, IntType left, IntType right, IntType root) {
        return switch (operator) {
            case ADD -> narrower(sum(left, right), root);
            case SUB -> narrower(difference(left, right), root);
            case MUL -> narrower(product(left, right), root);
            default -> IntType.holding(left.min().min(right.min()), left.max().max(right.max()));
        };
    }

    private static IntType narrower(IntType exact, IntType root) {
        return exact.width() < root.width() ? exact : root;
    }
}
