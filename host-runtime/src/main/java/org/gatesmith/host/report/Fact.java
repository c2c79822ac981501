package org.gatesmith.host.report;

/**
 * One figure of the summary.
 *
 * @param name such as {@code throughput}
 * @param value with its unit, such as {@code 1.2 GB/s}
 * @param remark what the value rests on or compares with, such as {@code 78 % of the link}; may be empty
 */
public record Fact(String name, String value, String remark) {

    /** A figure that needs no remark. */
    public static Fact of(String name, String value) {
        return new Fact(name, value, "");
    }
}
