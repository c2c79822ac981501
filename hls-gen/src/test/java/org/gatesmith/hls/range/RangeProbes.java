package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Adds contracts to a program that say of every integer, where it is defined and where it is read, what an analysis found. The
 * interpreter checks them when it runs the program.
 */
public final class RangeProbes {

    private final Ranges ranges;
    private final UnaryOperator<IntRange> distortion;

    private RangeProbes(Ranges ranges, UnaryOperator<IntRange> distortion) {
        this.ranges = ranges;
        this.distortion = distortion;
    }

    /** The program with probes. */
    public static Program in(Program program, Ranges ranges) {
        return in(program, ranges, UnaryOperator.identity());
    }

    /** The program with probes for ranges that are changed first. */
    static Program in(Program program, Ranges ranges, UnaryOperator<IntRange> distortion) {
        RangeProbes probes = new RangeProbes(ranges, distortion);
        return program.mapFunctions(function -> function.withBody(probes.probed(function.body())));
    }

    private Region probed(Region region) {
        List<Op> ops = new ArrayList<>();
        region.parameters().forEach(parameter -> probe(parameter, ranges.of(parameter), ops));
        for (Op op : region.ops()) {
            for (int i = 0; i < op.operands().size(); i++) {
                probe(op.operands().get(i), ranges.operand(op, i), ops);
            }
            ops.add(insideProbed(op));
            op.results().forEach(result -> probe(result, ranges.of(result), ops));
        }
        return new Region(region.parameters(), ops, region.yields());
    }

    private Op insideProbed(Op op) {
        return switch (op) {
            case Op.If b ->
                new Op.If(b.results(), b.condition(), probed(b.thenRegion()), probed(b.elseRegion()), b.span());
            case Op.For l ->
                new Op.For(
                        l.results(),
                        l.label(),
                        l.lower(),
                        l.relation(),
                        l.bound(),
                        l.step(),
                        l.initial(),
                        probed(l.body()),
                        l.directives(),
                        l.span());
            case Op.While l ->
                new Op.While(
                        l.results(),
                        l.label(),
                        l.initial(),
                        probed(l.before()),
                        probed(l.body()),
                        l.directives(),
                        l.span());
            default -> op;
        };
    }

    private void probe(Value value, IntRange found, List<Op> ops) {
        if (!(value.type() instanceof IntType type)) {
            return;
        }
        IntRange range = distortion.apply(found);
        if (range.isEmpty()) {
            BigInteger never = type.max().add(BigInteger.ONE);
            assume(value, never, never, ops);
            return;
        }
        assume(value, range.min(), range.max(), ops);
        BigInteger known = range.bits().known();
        if (known.signum() != 0) {
            IntType wide = new IntType(Math.min(IntType.MAX_WIDTH, type.width() + 1), true);
            IntType maskType = IntType.holding(known, known);
            Value mask = Value.of(maskType);
            Value bits = Value.of(maskType.width() > wide.width() ? maskType : wide);
            ops.add(new Op.Constant(mask, new Literal.Int(known), Span.NONE));
            ops.add(new Op.Compute(bits, Operator.AND, List.of(value, mask), Span.NONE));
            assume(bits, range.bits().ones(), range.bits().ones(), ops);
        }
    }

    private static void assume(Value value, BigInteger min, BigInteger max, List<Op> ops) {
        ops.add(new Op.Assume(Value.of(value.type()), value, min, max, value.toString(), Span.NONE));
    }
}
