package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which bits of every signal the text of a module reads. */
final class ReadBits {

    private final Map<Signal, BitSet> bits = new IdentityHashMap<>();

    void add(Term term) {
        if (term instanceof Term.Part part) {
            bits.computeIfAbsent(part.signal(), _ -> new BitSet()).set(part.low(), part.low() + part.width());
        } else {
            Terms.operands(term).forEach(this::add);
        }
    }

    /** The stretches of the first {@code width} bits that nothing reads. */
    List<Term> missing(Signal signal, int width) {
        BitSet read = bits.getOrDefault(signal, new BitSet());
        List<Term> missing = new ArrayList<>();
        int from = read.nextClearBit(0);
        while (from < width) {
            int next = read.nextSetBit(from);
            int end = next < 0 ? width : Math.min(next, width);
            missing.add(new Term.Part(signal, from, end - from));
            from = read.nextClearBit(end);
        }
        return missing;
    }
}
