package org.gatesmith.hls.logic;

import java.util.Arrays;

/**
 * Covers the gates of a graph with LUTs. Every gate can be the output of a LUT whose inputs are a cut through what feeds it; of the cuts of
 * a gate a few are kept, those that share most with others (priority cuts and area flow: Mishchenko, Cho, Chatterjee and Brayton,
 * "Combinational and sequential mapping with priority cuts", ICCAD 2007). What no output needs takes nothing.
 */
public final class LutCover {

    /** Cuts that are kept for a gate; more make covers hardly smaller. */
    private static final int CUTS = 6;

    /** Covers that are tried, each with what it learned of the one before about how often a gate is used. */
    private static final int ROUNDS = 3;

    private static final int INPUTS = WordLogic.LUT_INPUTS;

    private final LogicGraph graph;
    /** Cuts of each node, the best first, as ascending nodes. */
    private final int[][][] cuts;
    /** LUTs that a gate takes with all that feeds it, where what others use too counts in part. */
    private final double[] flow;
    /** How often a gate is used, as far as that is known. */
    private final double[] uses;

    private long luts = Long.MAX_VALUE;
    private boolean[] needed = {};

    private LutCover(LogicGraph graph) {
        this.graph = graph;
        this.cuts = new int[graph.nodes()][][];
        this.flow = new double[graph.nodes()];
        this.uses = new double[graph.nodes()];
    }

    /** Covers what the outputs of a graph need. */
    public static LutCover of(LogicGraph graph) {
        LutCover cover = new LutCover(graph);
        cover.countUses();
        for (int round = 0; round < ROUNDS; round++) {
            cover.findCuts();
            cover.cover();
        }
        return cover;
    }

    public long luts() {
        return luts;
    }

    /** Whether an output needs a bit as a signal. */
    public boolean needs(int bit) {
        return needed[bit / 2];
    }

    private void countUses() {
        for (int node = 0; node < graph.nodes(); node++) {
            for (int bit : graph.feeding(node)) {
                uses[bit / 2]++;
            }
        }
        for (int bit : graph.outputs()) {
            uses[bit / 2]++;
        }
    }

    // ---- cuts

    private void findCuts() {
        for (int node = 0; node < graph.nodes(); node++) {
            if (graph.isGate(node)) {
                int[] operands = graph.feeding(node);
                cuts[node] = best(cutsOf(operands[0] / 2), cutsOf(operands[1] / 2));
                flow[node] = flow(cuts[node][0]);
            }
        }
    }

    /** The cuts of an operand, and the operand itself as one. */
    private int[][] cutsOf(int node) {
        int[] itself = {node};
        if (!graph.isGate(node)) {
            return new int[][] {itself};
        }
        int[][] all = Arrays.copyOf(cuts[node], cuts[node].length + 1);
        all[all.length - 1] = itself;
        return all;
    }

    private int[][] best(int[][] first, int[][] second) {
        int[][] kept = new int[CUTS][];
        double[] costs = new double[CUTS];
        int count = 0;
        for (int[] one : first) {
            for (int[] other : second) {
                int[] cut = union(one, other);
                if (cut.length <= INPUTS) {
                    count = insert(cut, flow(cut), kept, costs, count);
                }
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Ascending; longer than a LUT has inputs if it does not fit. */
    private static int[] union(int[] one, int[] other) {
        int[] union = new int[INPUTS + 1];
        int size = 0;
        int i = 0;
        int j = 0;
        while ((i < one.length || j < other.length) && size <= INPUTS) {
            int next;
            if (j == other.length || (i < one.length && one[i] <= other[j])) {
                next = one[i];
                j += j < other.length && other[j] == next ? 1 : 0;
                i++;
            } else {
                next = other[j++];
            }
            union[size++] = next;
        }
        return size > INPUTS ? union : Arrays.copyOf(union, size);
    }

    private static int insert(int[] cut, double cost, int[][] kept, double[] costs, int count) {
        int place = count;
        while (place > 0 && isBetter(cut, cost, kept[place - 1], costs[place - 1])) {
            place--;
        }
        for (int i = 0; i < place; i++) {
            if (Arrays.equals(kept[i], cut)) {
                return count;
            }
        }
        if (place == CUTS) {
            return count;
        }
        int last = Math.min(count, CUTS - 1);
        System.arraycopy(kept, place, kept, place + 1, last - place);
        System.arraycopy(costs, place, costs, place + 1, last - place);
        kept[place] = cut;
        costs[place] = cost;
        return last + 1;
    }

    private static boolean isBetter(int[] cut, double cost, int[] than, double thanCost) {
        return cost < thanCost || (cost == thanCost && cut.length < than.length);
    }

    private double flow(int[] cut) {
        double sum = 1;
        for (int leaf : cut) {
            sum += graph.isGate(leaf) ? flow[leaf] / Math.max(1, uses[leaf]) : 0;
        }
        return sum;
    }

    // ---- covering

    /** Makes a cover of the best cuts, which is kept if it is the smallest so far; learns how often its gates are used. */
    private void cover() {
        int[] used = new int[graph.nodes()];
        boolean[] plain = new boolean[graph.nodes()];
        boolean[] inverted = new boolean[graph.nodes()];
        for (int bit : graph.outputs()) {
            signal(bit, used, plain, inverted);
        }
        long count = 0;
        for (int node = graph.nodes() - 1; node > 0; node--) {
            if (used[node] > 0 && graph.isGate(node)) {
                count += plain[node] && inverted[node] ? 2 : 1;
                for (int leaf : cuts[node][0]) {
                    used[leaf]++;
                }
            } else if (used[node] > 0) {
                count += inverted[node] ? 1 : 0;
                for (int bit : graph.feeding(node)) {
                    signal(bit, used, plain, inverted);
                }
            }
        }
        if (count < luts) {
            luts = count;
            needed = needed(used);
        }
        for (int node = 0; node < graph.nodes(); node++) {
            // As far as covers agree, the figures stay; otherwise they come closer to each other.
            uses[node] = (uses[node] + 2 * used[node]) / 3;
        }
    }

    private static boolean[] needed(int[] used) {
        boolean[] needed = new boolean[used.length];
        for (int node = 0; node < used.length; node++) {
            needed[node] = used[node] > 0;
        }
        return needed;
    }

    /** A LUT has its output inverted for nothing, but not also as it is; anything else needs one to invert it. */
    private static void signal(int bit, int[] used, boolean[] plain, boolean[] inverted) {
        used[bit / 2]++;
        if ((bit & 1) == 0) {
            plain[bit / 2] = true;
        } else {
            inverted[bit / 2] = true;
        }
    }
}
