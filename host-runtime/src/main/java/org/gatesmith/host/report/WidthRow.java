package org.gatesmith.host.report;

import java.util.Optional;

/**
 * A value of the kernel with its widths.
 *
 * @param name such as {@code acc} or {@code gemm.acc}
 * @param role such as {@code input}, {@code output}, {@code local}, {@code array}
 * @param declared the Java type, such as {@code int}
 * @param declaredBits width of that type
 * @param inferred width that the compiler gave it, if it is an integer that was analysed
 * @param profile values seen in this run, if the run was profiled
 */
public record WidthRow(
        String name,
        String role,
        String declared,
        int declaredBits,
        Optional<Width> inferred,
        Optional<Profile> profile) {

    /** A width in hardware. */
    public record Width(Sign sign, int bits) {

        /** For example {@code s17} for 17 bits with a sign, {@code u8} for 8 bits without. */
        public String text() {
            return (sign == Sign.SIGNED ? "s" : "u") + bits;
        }
    }

    /** Whether a width includes a sign. */
    public enum Sign {
        SIGNED,
        UNSIGNED
    }

    /**
     * Values seen in a run.
     *
     * @param minimum smallest, as text
     * @param maximum largest, as text
     * @param narrowest smallest width that held them all, if the value is an integer
     * @param contract the {@code @Range}, {@code @Bits} or {@code @UBits} that was declared, as written; empty if none
     * @param outside values outside of that contract
     * @param values number of values seen
     */
    public record Profile(
            String minimum, String maximum, Optional<Width> narrowest, String contract, long outside, long values) {}
}
