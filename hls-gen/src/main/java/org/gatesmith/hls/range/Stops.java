package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Bounds at which a growing set of integers is likely to stop growing. */
final class Stops {

    private static final int[] WIDTHS = {8, 16, 32, 64};

    private final NavigableSet<BigInteger> coarse = new TreeSet<>();
    private final NavigableSet<BigInteger> fine = new TreeSet<>();

    private Stops() {}

    /** Limits of the usual types, and the constants that a function compares with. */
    static Stops of(Region body, Definitions definitions) {
        Stops stops = new Stops();
        stops.coarse.add(BigInteger.ZERO);
        stops.coarse.add(BigInteger.ONE.negate());
        for (int width : WIDTHS) {
            stops.addLimits(new IntType(width, true));
            stops.addLimits(new IntType(width, false));
        }
        stops.collect(body, definitions);
        // No value of the program is beyond the limits of its widest type.
        stops.addLimits(new IntType(IntType.MAX_WIDTH, true));
        stops.addLimits(new IntType(IntType.MAX_WIDTH, false));
        stops.fine.addAll(stops.coarse);
        return stops;
    }

    static Stops union(Collection<Stops> parts) {
        Stops union = new Stops();
        parts.forEach(part -> {
            union.coarse.addAll(part.coarse);
            union.fine.addAll(part.fine);
        });
        return union;
    }

    private void addLimits(IntType type) {
        coarse.add(type.min());
        coarse.add(type.max());
    }

    private void collect(Region region, Definitions definitions) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Compute compute
                when isLimiting(compute.operator()) ->
                    compute.operands().forEach(operand -> addNeighbours(operand, definitions));
                case Op.For loop -> addNeighbours(loop.bound(), definitions);
                default -> {}
            }
            op.results().forEach(this::addLimits);
            op.regions().forEach(inner -> {
                inner.parameters().forEach(this::addLimits);
                collect(inner, definitions);
            });
        }
    }

    private static boolean isLimiting(Operator operator) {
        return operator.kind() == Operator.Kind.COMPARISON || operator == Operator.MIN || operator == Operator.MAX;
    }

    private void addNeighbours(Value value, Definitions definitions) {
        definitions.integer(value).ifPresent(number -> {
            fine.add(number.subtract(BigInteger.ONE));
            fine.add(number);
            fine.add(number.add(BigInteger.ONE));
        });
    }

    private void addLimits(Value value) {
        if (value.type() instanceof IntType type) {
            addLimits(type);
        }
    }

    /** Few: the limits of types. */
    NavigableSet<BigInteger> coarse() {
        return coarse;
    }

    /** Also the constants that the program compares with, and their neighbours. */
    NavigableSet<BigInteger> fine() {
        return fine;
    }
}
