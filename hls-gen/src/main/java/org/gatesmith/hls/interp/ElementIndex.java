package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.diag.Span;

/** The index of an element, one register per dimension. Wide registers are reduced to words that keep them out of bounds. */
final class ElementIndex {

    private final List<Register> registers;
    private final int[] words;
    private final boolean wide;
    private final Span span;

    ElementIndex(List<Register> registers, Span span) {
        this.registers = registers;
        this.words = registers.stream().mapToInt(Register::index).toArray();
        this.wide = registers.stream().anyMatch(Register::isWide);
        this.span = span;
    }

    /** The row-major index in an array with these extents. */
    int inArray(Frame frame, String array, int[] extents) {
        long flat = 0;
        for (int dimension = 0; dimension < extents.length; dimension++) {
            flat = flat * extents[dimension] + checked(frame, dimension, array, extents[dimension]);
        }
        return (int) flat;
    }

    /** The index in a port, which has one dimension. */
    long inPort(Frame frame, BoundPort port) {
        return checked(frame, 0, port.name(), port.memory().size());
    }

    private long checked(Frame frame, int dimension, String memory, long extent) {
        long index = wide ? word(registers.get(dimension), frame) : frame.words[words[dimension]];
        // A negative index, and an unsigned one of 64 bits that looks negative, are both large when taken as unsigned.
        if (Long.compareUnsigned(index, extent) >= 0) {
            BigInteger exact = registers.get(dimension).integer(frame);
            throw new Abort(new Fault.IndexOutOfBounds(memory, dimension + 1, exact, extent), span);
        }
        return index;
    }

    private static long word(Register register, Frame frame) {
        if (!register.isWide()) {
            return frame.words[register.index()];
        }
        BigInteger value = register.integer(frame);
        return value.bitLength() < Long.SIZE ? value.longValue() : -1;
    }
}
