package org.gatesmith.hls.scheduler;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.logic.LogicGraph;
import org.gatesmith.hls.logic.LutCover;
import org.gatesmith.hls.logic.WordLogic;

/**
 * LUTs of the integer operations of a body, all together, and the registers between its cycles: what one tests the others need not, gates
 * that follow each other within a cycle share LUTs, and bits that are constant, there already or never read take nothing. The operations
 * become logic of single bits as the Verilog back end and synthesis make them, between registers, memories, multipliers and whatever else
 * is no logic.
 */
final class LogicArea {

    /** A bit that waits longer than this goes through a shift register of LUTs (SRL32) instead of flip-flops. */
    private static final int SHIFT_REGISTER_STEPS = 3;

    private static final int SHIFT_REGISTER_LENGTH = 32;

    private final ModuleContext context;
    private final LogicGraph graph = new LogicGraph();
    private final WordLogic words = new WordLogic(graph);
    private final Set<Op> ops = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Value, Made> made = new IdentityHashMap<>();
    private final Map<Value, int[]> outside = new IdentityHashMap<>();
    /** By the bit that they hold, and by the bit that comes out of them. */
    private final Map<Integer, Register> registers = new HashMap<>();

    /** A value of the body. */
    private static final class Made {
        private final int[] bits;
        private final int step;

        /** There in a cycle. */
        Made(int[] bits, int step) {
            this.bits = bits;
            this.step = step;
        }
    }

    /** What keeps a bit for later cycles. */
    private static final class Register {
        private final int output;
        private final int from;
        private int until;

        /** Of a bit that is there in a cycle. */
        Register(int output, int from) {
            this.output = output;
            this.from = from;
            this.until = from;
        }
    }

    private LogicArea(ModuleContext context) {
        this.context = context;
    }

    /**
     * Of the operations of a block or loop.
     *
     * @param interval cycles until the next values come
     */
    static Resources of(ModuleContext context, List<Placement> placements, int interval) {
        LogicArea area = new LogicArea(context);
        area.add(placements);
        return area.area(interval, SHIFT_REGISTER_STEPS);
    }

    /**
     * Of the operations of a pure function, which is given its values in its first cycle only. Each stage has an enable of its own, so none of
     * its registers are a shift register.
     */
    static Resources ofCore(ModuleContext context, List<Placement> placements) {
        LogicArea area = new LogicArea(context);
        context.function().parameters().forEach(parameter -> area.given(parameter, 0));
        area.add(placements);
        return area.area(1, Integer.MAX_VALUE);
    }

    private void add(List<Placement> placements) {
        placements.forEach(placement -> ops.add(placement.op()));
        placements.forEach(this::make);
        placements.forEach(this::need);
    }

    /** Of a loop's counter: the register, the next count, whether there is another iteration, and the first count if that varies. */
    static Resources ofCounter(ModuleContext context, Op.For loop) {
        LogicArea area = new LogicArea(context);
        int width = width(loop.counter());
        int[] count = area.at(loop.counter(), 0);
        int[] next = area.words.sum(count, WordLogic.constant(BigInteger.valueOf(loop.step()), width));
        area.made.put(loop.counter(), new Made(next, 0));
        area.graph.output(area.compared(loop.relation(), loop.counter(), loop.bound(), 0));
        boolean isFixed = context.constant(loop.lower()).isPresent();
        // The register of a fixed count is set to it, one that varies is chosen.
        area.output(isFixed ? next : area.words.choice(area.graph.input(), area.words.inputs(width), next));
        int zeros = Math.min(context.zerosOfCounter(loop.counter()), width);
        return new Resources(LutCover.of(area.graph).luts(), width - zeros, 0, 0, 0);
    }

    private Resources area(int interval, int mostFlipFlops) {
        LutCover cover = LutCover.of(graph);
        Resources sum = new Resources(cover.luts(), 0, 0, 0, 0);
        Set<Register> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.addAll(registers.values());
        for (Register register : used) {
            if (cover.needs(register.output)) {
                sum = sum.plus(copies((register.until - register.from - 1) / interval + 1, mostFlipFlops));
            }
        }
        return sum;
    }

    /** So many copies of a bit, one after the other; in a shift register if they are more than some. */
    private static Resources copies(int copies, int mostFlipFlops) {
        return copies > mostFlipFlops
                ? new Resources(Math.ceilDiv(copies, SHIFT_REGISTER_LENGTH), 1, 0, 0, 0)
                : new Resources(0, copies, 0, 0, 0);
    }

    /** Whether an operation is made of LUTs and carry chains, and nothing else. */
    static boolean covers(ModuleContext context, Op op) {
        return switch (op) {
            case Op.Assume _ -> true;
            case Op.Compute compute ->
                switch (compute.operator()) {
                    case ADD, SUB -> !context.isSummand(op);
                    case NEG, AND, OR, XOR, NOT, SHL, SHR, MIN, MAX, ABS, CAST, REVERSE32, REVERSE64 -> true;
                    case CLZ32, CTZ32, CLZ64, CTZ64, EQ, NE, LT, LE, GT, GE, SELECT -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    private void make(Placement placement) {
        int step = placement.step();
        Op op = placement.op();
        if (!covers(context, op)) {
            op.results().stream()
                    .filter(result -> result.type() instanceof ScalarType && !(op instanceof Op.Constant))
                    .forEach(result -> given(result, placement.resultStep()));
        } else if (op instanceof Op.Assume assume) {
            made.put(assume.result(), new Made(at(assume.operand(), step, width(assume.result())), step));
        } else if (op instanceof Op.Compute compute) {
            made.put(compute.result(), new Made(logic(compute, step), step));
        }
    }

    private void given(Value value, int step) {
        made.put(value, new Made(words.inputs(width(value)), step));
    }

    // ---- what must be there

    /** What leaves the body, and what something else than logic takes. */
    private void need(Placement placement) {
        Op op = placement.op();
        boolean isLogic = covers(context, op);
        if (isLogic && context.isReadOutside(op.results().getFirst(), ops)) {
            output(at(op.results().getFirst(), placement.step()));
        }
        if (!isLogic) {
            GraphBuilder.read(op).stream()
                    .filter(value -> value.type() instanceof ScalarType)
                    .forEach(value -> output(at(value, placement.step())));
        }
    }

    private void output(int[] bits) {
        for (int bit : bits) {
            graph.output(bit);
        }
    }

    // ---- values

    /** A value as a cycle sees it: bits that an earlier one made come from registers. */
    private int[] at(Value value, int step) {
        int width = width(value);
        if (context.constant(value).isPresent()) {
            return WordLogic.constant(context.constant(value).get(), width);
        }
        Made known = made.get(value);
        if (known == null) {
            return outside.computeIfAbsent(value, _ -> fromOutside(value));
        }
        return known.step < step ? registered(known, step) : known.bits;
    }

    /** The low bits of a counter that counts in steps of a power of two from a multiple of it are zeros. */
    private int[] fromOutside(Value value) {
        int[] bits = words.inputs(width(value));
        int zeros = Math.min(context.zerosOfCounter(value), bits.length);
        Arrays.fill(bits, 0, zeros, LogicGraph.FALSE);
        return bits;
    }

    private int[] at(Value value, int step, int width) {
        return WordLogic.resized(at(value, step), value.isSigned(), width);
    }

    private int[] registered(Made value, int step) {
        int[] held = new int[value.bits.length];
        for (int i = 0; i < held.length; i++) {
            int bit = value.bits[i];
            boolean inverted = LogicGraph.isInverted(bit) && !LogicGraph.isConstant(bit);
            int stored = LogicGraph.isConstant(bit)
                    ? bit
                    : registered(inverted ? LogicGraph.not(bit) : bit, value.step, step);
            held[i] = inverted ? LogicGraph.not(stored) : stored;
        }
        return held;
    }

    private int registered(int bit, int from, int until) {
        Register register = registers.computeIfAbsent(bit, _ -> new Register(graph.cell(bit), from));
        registers.put(register.output, register);
        register.until = Math.max(register.until, until);
        return register.output;
    }

    private static int width(Value value) {
        return ResourceEstimate.bits(value);
    }

    // ---- operations

    private int[] logic(Op.Compute op, int step) {
        int width = width(op.result());
        Value first = op.operand(0);
        return switch (op.operator()) {
            case CAST -> at(first, step, width);
            case NOT -> WordLogic.not(at(first, step, width));
            case NEG -> negated(at(first, step, width));
            case ABS -> {
                int[] number = at(first, step, width);
                yield words.choice(sign(first, step), negated(number), number);
            }
            case CLZ32 -> zeros(WordLogic.reversed(at(first, step, Integer.SIZE)), width);
            case CLZ64 -> zeros(WordLogic.reversed(at(first, step, Long.SIZE)), width);
            case CTZ32 -> zeros(at(first, step, Integer.SIZE), width);
            case CTZ64 -> zeros(at(first, step, Long.SIZE), width);
            case REVERSE32 -> reversed(at(first, step, Integer.SIZE), width);
            case REVERSE64 -> reversed(at(first, step, Long.SIZE), width);
            case SHL -> words.shiftedUp(at(first, step, width), at(op.operand(1), step));
            case SHR -> {
                int[] number = at(first, step, Math.max(width, width(first)));
                yield low(words.shiftedDown(number, at(op.operand(1), step), sign(first, step)), width);
            }
            case EQ, NE, LT, LE, GT, GE -> new int[] {compared(op.operator(), first, op.operand(1), step)};
            case SELECT ->
                words.choice(at(first, step)[0], at(op.operand(1), step, width), at(op.operand(2), step, width));
            default -> ofTwo(op.operator(), first, op.operand(1), step, width);
        };
    }

    private int[] ofTwo(Operator operator, Value first, Value second, int step, int width) {
        int[] a = at(first, step, width);
        int[] b = at(second, step, width);
        return switch (operator) {
            case ADD -> words.sum(a, b);
            case SUB -> words.difference(a, b);
            case AND -> words.and(a, b);
            case OR -> words.or(a, b);
            case XOR -> words.xor(a, b);
            case MIN -> words.choice(below(first, second, step), a, b);
            case MAX -> words.choice(below(first, second, step), b, a);
            default -> throw new IllegalArgumentException("no logic: " + operator.mnemonic());
        };
    }

    private int compared(Operator relation, Value first, Value second, int step) {
        return switch (relation) {
            case LT -> below(first, second, step);
            case GT -> below(second, first, step);
            case GE -> LogicGraph.not(below(first, second, step));
            case LE -> LogicGraph.not(below(second, first, step));
            case EQ -> equal(first, second, step);
            default -> LogicGraph.not(equal(first, second, step));
        };
    }

    private int below(Value first, Value second, int step) {
        boolean signed = first.isSigned() || second.isSigned();
        int width = common(first, second);
        return words.below(at(first, step, width), at(second, step, width), signed);
    }

    private int equal(Value first, Value second, int step) {
        int width = common(first, second);
        return words.equal(at(first, step, width), at(second, step, width));
    }

    /** Bits that hold both numbers. */
    private static int common(Value first, Value second) {
        boolean signed = first.isSigned() || second.isSigned();
        return Math.max(
                width(first) + (signed && !first.isSigned() ? 1 : 0),
                width(second) + (signed && !second.isSigned() ? 1 : 0));
    }

    private int sign(Value value, int step) {
        int[] bits = at(value, step);
        return value.isSigned() ? bits[bits.length - 1] : LogicGraph.FALSE;
    }

    private int[] negated(int[] number) {
        return words.difference(WordLogic.constant(BigInteger.ZERO, number.length), number);
    }

    private int[] zeros(int[] bits, int width) {
        return low(words.zeros(bits), width);
    }

    private static int[] reversed(int[] bits, int width) {
        return WordLogic.resized(WordLogic.reversed(bits), true, width);
    }

    private static int[] low(int[] bits, int width) {
        return WordLogic.resized(bits, false, width);
    }
}
