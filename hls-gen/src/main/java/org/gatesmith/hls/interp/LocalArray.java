package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Table;
import org.jspecify.annotations.Nullable;

/** An on-chip array or a table, in row-major order. */
final class LocalArray implements Memory {

    private final String name;

    /** Elements in the form of {@link Frame#words}; empty if they are wider. */
    final long[] words;

    /** Elements that are wider than a word; else empty. */
    final BigInteger[] wides;

    /** The elements written so far; null when all may be read. */
    private final @Nullable BitSet written;

    LocalArray(String name, ArrayType type, boolean readableAtOnce) {
        int elements = Math.toIntExact(type.elements());
        boolean wide = Register.isWide(type.element());
        this.name = name;
        this.words = new long[wide ? 0 : elements];
        this.wides = new BigInteger[wide ? elements : 0];
        this.written = readableAtOnce ? null : new BitSet(elements);
        Arrays.fill(wides, BigInteger.ZERO);
    }

    /** The constants of a table. */
    static LocalArray of(Table table) {
        LocalArray array = new LocalArray(table.name(), table.type(), true);
        boolean wide = Register.isWide(table.type().element());
        for (int i = 0; i < table.elements().size(); i++) {
            Literal element = table.elements().get(i);
            if (wide) {
                array.wides[i] = ((Literal.Int) element).value();
            } else {
                array.words[i] = Register.word(element);
            }
        }
        return array;
    }

    @Override
    public String name() {
        return name;
    }

    void noteWrite(int index) {
        if (written != null) {
            written.set(index);
        }
    }

    void checkWritten(int index, List<Integer> extents, Span span) {
        if (written != null && !written.get(index)) {
            throw new Abort(new Fault.UninitialisedRead(name, indices(index, extents)), span);
        }
    }

    private static List<Long> indices(int flat, List<Integer> extents) {
        Long[] indices = new Long[extents.size()];
        long rest = flat;
        for (int dimension = extents.size() - 1; dimension >= 0; dimension--) {
            indices[dimension] = rest % extents.get(dimension);
            rest /= extents.get(dimension);
        }
        return List.of(indices);
    }
}
