package org.gatesmith.hls.operators;

import org.gatesmith.hls.design.Resources;

/**
 * An operator at a clock.
 *
 * @param kind name in the design
 * @param latency cycles from operands to results; 0 for a combinational one
 * @param inputNanoseconds of a registered one, from the operands to its first register; 0 for a combinational one
 * @param outputNanoseconds delay of a combinational one; of a registered one, from the clock edge to the results
 * @param area of one instance
 */
public record OperatorTiming(
        String kind, int latency, double inputNanoseconds, double outputNanoseconds, Resources area) {

    /** An operator that is nothing but wires. */
    public static final OperatorTiming WIRES = new OperatorTiming("wires", 0, 0, 0, Resources.NONE);

    static OperatorTiming combinational(String kind, double nanoseconds, long luts) {
        return new OperatorTiming(kind, 0, 0, nanoseconds, new Resources(luts, 0, 0, 0, 0));
    }

    public boolean isWires() {
        return this == WIRES;
    }

    /** The longest stretch that has to fit into a cycle when the operator stands alone. */
    public double longestNanoseconds() {
        return Math.max(inputNanoseconds, outputNanoseconds);
    }
}
