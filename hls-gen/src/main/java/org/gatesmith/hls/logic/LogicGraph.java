package org.gatesmith.hls.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logic of single bits: gates that are the AND of two bits, each inverted or not, and cells that are no LUTs, such as registers and carry
 * chains. Equal gates are there once, and what constants decide is not there (an and-inverter graph with structural hashing: Mishchenko,
 * Chatterjee and Brayton, "DAG-aware AIG rewriting", DAC 2006).
 *
 * <p>A bit is a number: twice that of what makes it, and one more if it is the inverse of that. What makes a bit has a larger number than
 * what it is made of.
 */
public final class LogicGraph {

    public static final int FALSE = 0;
    public static final int TRUE = 1;

    private static final int[] NONE = {};

    private final Map<Long, Integer> known = new HashMap<>();
    private final List<Integer> outputs = new ArrayList<>();
    /** What each node is made of; the two operands of a gate. */
    private int[][] feeding = new int[256][];

    private boolean[] gates = new boolean[256];
    private int nodes;

    public LogicGraph() {
        add(NONE, false);
    }

    private int add(int[] from, boolean isGate) {
        if (nodes == feeding.length) {
            feeding = Arrays.copyOf(feeding, 2 * nodes);
            gates = Arrays.copyOf(gates, 2 * nodes);
        }
        feeding[nodes] = from;
        gates[nodes] = isGate;
        return 2 * nodes++;
    }

    /** A bit from outside. */
    public int input() {
        return add(NONE, false);
    }

    /**
     * A bit of a cell that takes no LUT.
     *
     * @param from bits that it is made of, which must be there as signals
     */
    public int cell(int... from) {
        return add(Arrays.stream(from).filter(bit -> !isConstant(bit)).toArray(), false);
    }

    /** Says that a bit must be there as a signal. */
    public void output(int bit) {
        if (!isConstant(bit)) {
            outputs.add(bit);
        }
    }

    public static boolean isConstant(int bit) {
        return bit <= TRUE;
    }

    public static boolean isInverted(int bit) {
        return (bit & 1) != 0;
    }

    public static int not(int bit) {
        return bit ^ 1;
    }

    public int and(int one, int other) {
        int a = Math.min(one, other);
        int b = Math.max(one, other);
        if (a == FALSE || a == not(b)) {
            return FALSE;
        }
        if (a == TRUE || a == b) {
            return b;
        }
        return known.computeIfAbsent((long) a << Integer.SIZE | b, _ -> add(new int[] {a, b}, true));
    }

    public int or(int a, int b) {
        return not(and(not(a), not(b)));
    }

    public int xor(int a, int b) {
        return choice(a, not(b), b);
    }

    /** One of two bits. */
    public int choice(int condition, int yes, int no) {
        return yes == no ? yes : or(and(condition, yes), and(not(condition), no));
    }

    // ---- for the cover

    int nodes() {
        return nodes;
    }

    boolean isGate(int node) {
        return gates[node];
    }

    /** The bits that a node is made of. */
    int[] feeding(int node) {
        return feeding[node];
    }

    List<Integer> outputs() {
        return outputs;
    }
}
