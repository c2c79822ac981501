/**
 * IEEE-754 operators as integer code in the kernel language, from which hardware that knows integers only is made. One source
 * serves binary32 and binary64: the format is a constant, and constant folding and range analysis leave the widths that each
 * format needs. Written from IEEE 754-2019 and JLS 5.1.3, 15.17 to 15.21.
 *
 * <p>A result that is not a number is always the canonical NaN of Java, {@code 0x7fc00000} or {@code 0x7ff8000000000000L}; negation,
 * absolute value and the conversions from and to bits only move bits.
 */
@NullMarked
package org.gatesmith.hls.floating;

import org.jspecify.annotations.NullMarked;
