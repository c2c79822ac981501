package org.gatesmith.hls.operators;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/** The operators of a library at a clock. */
public final class Operators {

    /** Room for the multiplexer or the adder that usually follows. */
    private static final double CHAINED_ADDER_BITS = 32;

    private final OperatorLibrary library;
    private final DesignClock clock;

    public Operators(OperatorLibrary library, DesignClock clock) {
        this.library = library;
        this.clock = clock;
    }

    public DesignClock clock() {
        return clock;
    }

    /** What joins kernels to the board. */
    public PortArea ports() {
        return library.ports();
    }

    /** What stands between processes. */
    public DataflowArea dataflow() {
        return library.dataflow();
    }

    /** The controller of a block or pipeline in which so many accesses may have to wait. */
    public Resources control(long waits) {
        return new Resources(library.control().lut() + library.control().lutPerWait() * waits, 0, 0, 0, 0);
    }

    /** A FIFO with its memory. */
    public Resources fifo(int width, int depth) {
        return library.dataflow().fifo().of(width, depth, library.multiplexer());
    }

    /**
     * What computes an operation.
     *
     * @param constants the number that a value always is, if it is one
     * @param addsProduct whether the operation is a multiplication whose product is only added to something, so that one DSP block
     *     does both
     */
    public OperatorTiming of(Op.Compute op, Function<Value, Optional<BigInteger>> constants, boolean addsProduct) {
        return switch (op.operator().kind()) {
            case INTEGER -> integer(op, constants, addsProduct);
            case COMPARISON -> comparison(op, constants);
            case SELECT -> delay("select", width(op.result()));
            case FLOAT, FLOAT_COMPARISON, CONVERSION, APPROXIMATE -> floating(op);
        };
    }

    private OperatorTiming integer(
            Op.Compute op, Function<Value, Optional<BigInteger>> constants, boolean addsProduct) {
        int result = width(op.result());
        return switch (op.operator()) {
            case ADD, SUB, NEG -> sum(op, constants);
            case AND, OR, XOR -> gate(op, constants);
            // Goes into the LUT that reads it.
            case NOT -> OperatorTiming.combinational("not", 0, 0);
            case SHL -> shift(op, "shl", Math.max(result, width(op.operand(0))), constants);
            case SHR -> shift(op, "shr", width(op.operand(0)), constants);
            case MIN, MAX -> delay("minmax", widest(op));
            case ABS -> delay("abs", width(op.operand(0)));
            case CAST, REVERSE32, REVERSE64 -> OperatorTiming.WIRES;
            case POPCOUNT32, POPCOUNT64 -> curve("popcount", width(op.operand(0)));
            case CLZ32, CTZ32 -> delay("zeros", Integer.SIZE);
            case CLZ64, CTZ64 -> delay("zeros", Long.SIZE);
            case MUL -> product(op, constants, addsProduct);
            case DIV, REM -> quotient(op);
            default -> throw new IllegalArgumentException(op.operator() + " is not an integer operator");
        };
    }

    /** The lowest bit of a sum is an exclusive or, that of a negated number its own. */
    private OperatorTiming sum(Op.Compute op, Function<Value, Optional<BigInteger>> constants) {
        int result = width(op.result());
        if (result == 1) {
            return op.operator() == Operator.NEG ? OperatorTiming.WIRES : gate(op, constants);
        }
        return delay(op.operator() == Operator.ADD ? "add" : "sub", Math.min(result, widest(op) + 1));
    }

    /** An operator whose LUTs its logic tells. */
    private OperatorTiming delay(String kind, int width) {
        return OperatorTiming.combinational(kind, library.curve(kind).nanoseconds(width), 0);
    }

    /** An operator that counts with the LUTs of its own. */
    private OperatorTiming curve(String kind, int width) {
        WidthCurve curve = library.curve(kind);
        return OperatorTiming.combinational(kind, curve.nanoseconds(width), curve.luts(width));
    }

    /** With a constant, each bit is a wire, an inverter in the LUT that reads it, or constant. */
    private OperatorTiming gate(Op.Compute op, Function<Value, Optional<BigInteger>> constants) {
        boolean hasConstant = op.operands().stream()
                .anyMatch(operand -> constants.apply(operand).isPresent());
        return hasConstant ? OperatorTiming.combinational("logic", 0, 0) : delay("logic", width(op.result()));
    }

    /** A comparison with zero that only reads the sign, and one of a bit or two with a constant, go into the LUT that reads them. */
    private OperatorTiming comparison(Op.Compute op, Function<Value, Optional<BigInteger>> constants) {
        boolean equality = op.operator() == Operator.EQ || op.operator() == Operator.NE;
        Optional<BigInteger> constant = constants.apply(op.operand(1));
        boolean isSign = (op.operator() == Operator.LT || op.operator() == Operator.GE)
                && op.operand(0).intType().signed()
                && constant.filter(number -> number.signum() == 0).isPresent();
        if (isSign || (equality && constant.isPresent() && width(op.operand(0)) <= 2)) {
            return OperatorTiming.combinational("compare", 0, 0);
        }
        if (equality && constant.isPresent()) {
            return delay("equal", width(op.operand(0)));
        }
        boolean mixed =
                op.operand(0).intType().signed() != op.operand(1).intType().signed();
        return delay(equality ? "equal" : "compare", widest(op) + (mixed ? 1 : 0));
    }

    private OperatorTiming shift(
            Op.Compute op, String kind, int width, Function<Value, Optional<BigInteger>> constants) {
        return constants.apply(op.operand(1)).isPresent() ? OperatorTiming.WIRES : delay(kind, width);
    }

    // ---- multiplication

    private OperatorTiming product(
            Op.Compute op, Function<Value, Optional<BigInteger>> constants, boolean addsProduct) {
        int first = factorWidth(op.operand(0), constants);
        int second = factorWidth(op.operand(1), constants);
        int widest = Math.max(first, second);
        if (Math.min(first, second) == 1) {
            int width = width(op.result());
            return OperatorTiming.combinational("logic", library.curve("logic").nanoseconds(width), width);
        }
        if (widest <= library.multiplier().widestInLuts() && !addsProduct) {
            return curve("multiply", widest);
        }
        return inBlocks(DspBlocks.ofProduct(first, second, width(op.result())));
    }

    /** Bits of a factor as a two's complement number. */
    private static int factorWidth(Value factor, Function<Value, Optional<BigInteger>> constants) {
        return constants.apply(factor).map(number -> number.bitLength() + 1).orElseGet(() -> signedWidth(factor));
    }

    private static int signedWidth(Value value) {
        return value.intType().width() + (value.intType().signed() ? 0 : 1);
    }

    /** With the fewest registers that meet the clock; without any if an addition fits behind it. */
    private OperatorTiming inBlocks(long blocks) {
        OperatorLibrary.MultiplierClass size = library.multiplier().of(blocks);
        Resources area = new Resources(size.lut(), 0, blocks, 0, 0);
        double usable = clock.usableNanoseconds();
        double adder = library.curve("add").nanoseconds(CHAINED_ADDER_BITS);
        if (size.combinational() + adder <= usable) {
            return new OperatorTiming("mul", 0, 0, size.combinational(), area);
        }
        if (size.combinational() <= usable) {
            return new OperatorTiming("mul", 1, size.combinational(), 0, area);
        }
        List<Double> pipeline = size.pipelines().stream()
                .filter(stages -> stages.get(1) <= usable)
                .findFirst()
                .orElse(size.pipelines().getLast());
        double between = pipeline.get(1);
        double input = between <= usable ? library.memories().setup() : between;
        return new OperatorTiming("mul", pipeline.getFirst().intValue(), input, 0, area);
    }

    // ---- division

    /** One quotient bit per stage; signed operands take one more stage before and one after. */
    private OperatorTiming quotient(Op.Compute op) {
        DividerShape shape = DividerShape.of(op);
        WidthCurve subtract = library.curve("sub");
        double stage = subtract.nanoseconds(shape.divisorWidth() + 2.0)
                + library.multiplexer().nanoseconds(2);
        double negation = subtract.nanoseconds(shape.dividendWidth())
                + library.multiplexer().nanoseconds(2);
        double input = shape.signed() ? Math.max(negation, stage) : stage;
        long luts = (long) shape.dividendWidth() * (2L * shape.divisorWidth() + 2);
        long registers = (long) shape.latency() * (shape.dividendWidth() + 2L * shape.divisorWidth());
        return new OperatorTiming("div", shape.latency(), input, 0, new Resources(luts, registers, 0, 0, 0));
    }

    // ---- floating point

    private OperatorTiming floating(Op.Compute op) {
        return switch (op.operator()) {
            case FADD, FSUB -> vendor("add", bits(op.result()));
            case FMUL -> vendor("mul", bits(op.result()));
            case FMA -> fused(bits(op.result()));
            case FDIV, FREM -> vendor("div", bits(op.result()));
            case FSQRT -> vendor("sqrt", bits(op.result()));
            case FNEG, FABS, FLOAT_TO_BITS, BITS_TO_FLOAT -> OperatorTiming.WIRES;
            case FMIN, FMAX, FEQ, FNE, FLT, FLE, FGT, FGE -> vendor("compare", bits(op.operand(0)));
            case FFLOOR, FCEIL, FRINT, INT_TO_FLOAT, FLOAT_TO_INT32, FLOAT_TO_INT64 ->
                vendor("convert", Math.max(bits(op.operand(0)), bits(op.result())));
            case FLOAT_CONVERT -> vendor("resize", Double.SIZE);
            default -> vendor("exp", bits(op.result()));
        };
    }

    private static int bits(Value value) {
        return switch (value.scalarType()) {
            case FloatType.F32 -> Float.SIZE;
            case FloatType.F64 -> Double.SIZE;
            case IntType integer -> integer.width() <= Integer.SIZE ? Float.SIZE : Double.SIZE;
        };
    }

    /** The vendor has no core for it that is used by default: one after the other. */
    private OperatorTiming fused(int bits) {
        OperatorTiming product = vendor("mul", bits);
        OperatorTiming sum = vendor("add", bits);
        return new OperatorTiming(
                "fma",
                product.latency() + sum.latency(),
                product.inputNanoseconds(),
                sum.outputNanoseconds(),
                product.area().plus(sum.area()));
    }

    private OperatorTiming vendor(String operator, int bits) {
        OperatorLibrary.FloatOperator variant = library.floating(operator, bits, clock.periodNanoseconds());
        // Registered on both sides, as the vendor's HLS schedules them.
        return new OperatorTiming(
                "f" + operator + bits,
                variant.stages() - 1,
                library.memories().setup(),
                library.memories().setup(),
                new Resources(variant.lut(), variant.ff(), variant.dsp(), 0, 0));
    }

    // ---- memories

    /** Fewest cycles from a block RAM's address to data that an adder can still take in the same cycle; at most 2. */
    public int blockReadLatency() {
        double fastest = library.memories().blockRead().getFirst().get(1);
        return fastest + library.curve("add").nanoseconds(CHAINED_ADDER_BITS) <= clock.usableNanoseconds() ? 1 : 2;
    }

    /** A read of block RAM or UltraRAM. */
    public OperatorTiming blockRead() {
        int latency = blockReadLatency();
        double data = library.memories().blockRead().stream()
                .filter(read -> read.getFirst().intValue() == latency)
                .findFirst()
                .orElseThrow()
                .get(1);
        return new OperatorTiming("read", latency, library.memories().setup(), data, Resources.NONE);
    }

    /** A read of a LUT RAM with so many words. */
    public OperatorTiming lutRead(long words, int width) {
        long columns = Math.ceilDiv(words, 64);
        double choice = columns == 1 ? 0 : library.multiplexer().nanoseconds(columns);
        long luts = columns == 1 ? 0 : library.multiplexer().luts(columns, width);
        return OperatorTiming.combinational("read", library.memories().lutRead() + choice, luts);
    }

    /** Choice of one of so many registers by a variable index. */
    public OperatorTiming multiplexer(long inputs, int width) {
        return inputs < 2
                ? OperatorTiming.WIRES
                : OperatorTiming.combinational(
                        "mux",
                        library.multiplexer().nanoseconds(inputs),
                        library.multiplexer().luts(inputs, width));
    }

    /** What takes its operands into a register, a memory or a channel at the end of the cycle. */
    public OperatorTiming write() {
        return new OperatorTiming("write", 0, library.memories().setup(), 0, Resources.NONE);
    }

    /** The head of a FIFO. */
    public OperatorTiming fifoRead() {
        return OperatorTiming.combinational("fifo", library.memories().fifoRead(), 0);
    }

    /** Whether a FIFO is empty. */
    public OperatorTiming fifoFlag() {
        return OperatorTiming.combinational("fifo", library.memories().fifoFlag(), 0);
    }

    /** A read of board memory whose answer comes {@code latency} cycles after the request. */
    public OperatorTiming boardRead(int latency) {
        return new OperatorTiming(
                "request",
                latency,
                library.memories().request(),
                library.memories().response(),
                Resources.NONE);
    }

    /** A write of board memory. */
    public OperatorTiming boardWrite() {
        return new OperatorTiming("request", 0, library.memories().request(), 0, Resources.NONE);
    }

    /** Time to turn indices of several dimensions into an address. */
    public double addressNanoseconds(List<Integer> extents) {
        long sums = extents.stream()
                .skip(1)
                .filter(extent -> Integer.bitCount(extent) != 1)
                .count();
        return sums == 0 ? 0 : 2 * library.curve("add").nanoseconds(16);
    }

    private static int width(Value value) {
        return value.type() instanceof IntType type ? type.width() : bits(value);
    }

    private static int widest(Op.Compute op) {
        return op.operands().stream().mapToInt(Operators::width).max().orElse(1);
    }
}
