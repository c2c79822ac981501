package org.gatesmith.hls.logic;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Operations on numbers, as synthesis makes them of LUTs and carry chains. A number is an array of bits of a {@link LogicGraph}, the lowest
 * first.
 */
public final class WordLogic {

    /** Inputs of a LUT (UltraScale configurable logic block, UG574). */
    static final int LUT_INPUTS = 6;

    private final LogicGraph graph;

    public WordLogic(LogicGraph graph) {
        this.graph = graph;
    }

    public static int[] constant(BigInteger number, int width) {
        int[] bits = new int[width];
        for (int i = 0; i < width; i++) {
            bits[i] = number.testBit(i) ? LogicGraph.TRUE : LogicGraph.FALSE;
        }
        return bits;
    }

    /** Bits from outside. */
    public int[] inputs(int width) {
        int[] bits = new int[width];
        for (int i = 0; i < width; i++) {
            bits[i] = graph.input();
        }
        return bits;
    }

    /** As many of the low bits, with zeros or copies of the sign in front if there are fewer. */
    public static int[] resized(int[] number, boolean signed, int width) {
        int[] bits = Arrays.copyOf(number, width);
        Arrays.fill(bits, Math.min(width, number.length), width, sign(number, signed));
        return bits;
    }

    private static int sign(int[] number, boolean signed) {
        return signed ? number[number.length - 1] : LogicGraph.FALSE;
    }

    public static int[] not(int[] number) {
        return Arrays.stream(number).map(LogicGraph::not).toArray();
    }

    // ---- gates

    public int[] and(int[] a, int[] b) {
        int[] bits = new int[a.length];
        Arrays.setAll(bits, i -> graph.and(a[i], b[i]));
        return bits;
    }

    public int[] or(int[] a, int[] b) {
        return not(and(not(a), not(b)));
    }

    public int[] xor(int[] a, int[] b) {
        int[] bits = new int[a.length];
        Arrays.setAll(bits, i -> graph.xor(a[i], b[i]));
        return bits;
    }

    public int[] choice(int condition, int[] yes, int[] no) {
        int[] bits = new int[yes.length];
        Arrays.setAll(bits, i -> graph.choice(condition, yes[i], no[i]));
        return bits;
    }

    // ---- carry chains

    public int[] sum(int[] a, int[] b) {
        return sum(a, b, LogicGraph.FALSE);
    }

    public int[] difference(int[] a, int[] b) {
        return sum(a, not(b), LogicGraph.TRUE);
    }

    /** For each bit one LUT says whether the carry goes through. */
    private int[] sum(int[] a, int[] b, int carryIn) {
        int[] bits = new int[a.length];
        int carry = carryIn;
        for (int i = 0; i < a.length; i++) {
            int passes = graph.xor(a[i], b[i]);
            if (LogicGraph.isConstant(carry) && (a[i] == carry || b[i] == carry)) {
                bits[i] = a[i] == carry ? b[i] : a[i];
                continue;
            }
            boolean isKnown = LogicGraph.isConstant(passes) && LogicGraph.isConstant(carry);
            bits[i] = isKnown ? graph.xor(passes, carry) : graph.cell(passes, carry);
            carry = passes == LogicGraph.FALSE ? a[i] : graph.cell(passes, a[i], carry);
        }
        return bits;
    }

    /**
     * Whether a number is below another one. Two LUTs look at half as many bits as they have inputs of each number, and a carry chain joins
     * them; a constant makes it a chain of gates.
     */
    public int below(int[] a, int[] b, boolean signed) {
        int[] left = signed ? withInvertedSign(a) : a;
        int[] right = signed ? withInvertedSign(b) : b;
        int group = LUT_INPUTS / 2;
        if (left.length <= group || isConstant(left) || isConstant(right)) {
            return below(left, right, 0, left.length, LogicGraph.FALSE);
        }
        int carry = LogicGraph.FALSE;
        for (int from = 0; from < left.length; from += group) {
            int to = Math.min(from + group, left.length);
            int same = equal(Arrays.copyOfRange(left, from, to), Arrays.copyOfRange(right, from, to));
            carry = graph.cell(same, below(left, right, from, to, LogicGraph.FALSE), carry);
        }
        return carry;
    }

    private int below(int[] a, int[] b, int from, int to, int lower) {
        int below = lower;
        for (int i = from; i < to; i++) {
            int isLess = graph.and(LogicGraph.not(a[i]), b[i]);
            int isMore = graph.and(a[i], LogicGraph.not(b[i]));
            below = graph.or(isLess, graph.and(LogicGraph.not(isMore), below));
        }
        return below;
    }

    private static int[] withInvertedSign(int[] number) {
        int[] bits = number.clone();
        bits[bits.length - 1] = LogicGraph.not(bits[bits.length - 1]);
        return bits;
    }

    private static boolean isConstant(int[] number) {
        return Arrays.stream(number).allMatch(LogicGraph::isConstant);
    }

    public int equal(int[] a, int[] b) {
        int inputs = isConstant(a) || isConstant(b) ? 1 : 2;
        return all(not(xor(a, b)), LUT_INPUTS / inputs);
    }

    /** AND of all bits, of which a LUT takes so many. */
    private int all(int[] bits, int group) {
        if (bits.length == 1) {
            return bits[0];
        }
        int[] groups = new int[Math.ceilDiv(bits.length, group)];
        Arrays.setAll(
                groups,
                i -> Arrays.stream(bits, i * group, Math.min((i + 1) * group, bits.length))
                        .reduce(LogicGraph.TRUE, graph::and));
        return all(groups, LUT_INPUTS);
    }

    // ---- shifts

    /** Shifted up; a count that is too large gives zeros. */
    public int[] shiftedUp(int[] number, int[] count) {
        return reversed(shiftedDown(reversed(number), count, LogicGraph.FALSE));
    }

    /** Shifted down, with copies of a bit in front. */
    public int[] shiftedDown(int[] number, int[] count, int fill) {
        int[] bits = number;
        for (int stage = 0; stage < count.length; stage++) {
            long places = stage < Integer.SIZE ? 1L << stage : Long.MAX_VALUE;
            int[] shifted = new int[bits.length];
            Arrays.fill(shifted, fill);
            if (places < bits.length) {
                System.arraycopy(bits, (int) places, shifted, 0, bits.length - (int) places);
            }
            bits = choice(count[stage], shifted, bits);
        }
        return bits;
    }

    public static int[] reversed(int[] number) {
        int[] bits = new int[number.length];
        Arrays.setAll(bits, i -> number[number.length - 1 - i]);
        return bits;
    }

    // ---- counting

    /** Zeros in front of the first one, of a power of two of bits, the first of which is at position 0: halves are looked at in turn. */
    public int[] zeros(int[] bits) {
        int[][] counts = Arrays.stream(bits)
                .mapToObj(bit -> new int[] {LogicGraph.not(bit)})
                .toArray(int[][]::new);
        while (counts.length > 1) {
            int[][] halves = counts;
            int[][] wider = new int[halves.length / 2][];
            Arrays.setAll(wider, i -> joined(halves[2 * i], halves[2 * i + 1]));
            counts = wider;
        }
        return counts[0];
    }

    /** The count of the first half, or what that and the second one have together if it is nothing but zeros. */
    private int[] joined(int[] first, int[] second) {
        int high = first.length - 1;
        int[] count = new int[high + 2];
        for (int i = 0; i < high; i++) {
            count[i] = graph.choice(first[high], second[i], first[i]);
        }
        count[high] = graph.and(first[high], LogicGraph.not(second[high]));
        count[high + 1] = graph.and(first[high], second[high]);
        return count;
    }
}
