package org.gatesmith.hls.signature;

/**
 * Difference from the JVM result that a kernel permits; an element passes when it meets any bound that is set.
 *
 * @param ulp units in the last place of the expected value, 0 for none
 * @param relative relative to the expected value, 0 for none
 * @param absolute 0 for none
 */
public record Tolerance(double ulp, double relative, double absolute) {

    /** Bit for bit. */
    public static final Tolerance EXACT = new Tolerance(0, 0, 0);

    public boolean isExact() {
        return equals(EXACT);
    }
}
