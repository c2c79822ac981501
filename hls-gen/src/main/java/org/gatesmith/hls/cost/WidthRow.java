package org.gatesmith.hls.cost;

import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.range.IntRange;

/**
 * The integers that one variable of the source may hold.
 *
 * @param name {@code method.variable}; of loop counters the name by which schedules reach the loop
 * @param place where the variable first gets a value; of a parameter without a contract, its method
 * @param declared type as the source declares it, such as {@code int[16][16]}
 * @param range what was found, see {@link org.gatesmith.hls.range.Ranges}; of an array, port or FIFO for all elements together
 */
public record WidthRow(String name, Kind kind, Span place, String declared, IntRange range) {

    /** What a row is about. */
    public enum Kind {
        /** A local variable or a scalar parameter. */
        SCALAR,
        COUNTER,
        /** An array on the chip, or a table. */
        ARRAY,
        /** An array in board memory. */
        PORT,
        FIFO
    }

    /** The narrowest type that holds the range, as HLS C++ writes it. */
    public String inferred() {
        IntType type = range.narrowestType();
        return (type.signed() ? "ap_int<" : "ap_uint<") + type.width() + ">";
    }

    /** Bits of the narrowest type. */
    public int width() {
        return range.narrowestType().width();
    }
}
