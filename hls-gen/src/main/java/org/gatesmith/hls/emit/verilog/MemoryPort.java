package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;

/** One port of a memory inside a module, and those who use it. */
final class MemoryPort {

    private final int addressBits;
    private final int width;
    private final Signal data;
    private final List<Term> reads = new ArrayList<>();
    private final List<Term> writes = new ArrayList<>();
    private final List<Term> outputs = new ArrayList<>();
    private final Turns addresses = new Turns();
    private final Turns written = new Turns();

    /**
     * @param data where the memory shows what was read
     */
    MemoryPort(int addressBits, int width, Signal data) {
        this.addressBits = addressBits;
        this.width = width;
        this.data = data;
    }

    Term data() {
        return data.term();
    }

    Signal dataSignal() {
        return data;
    }

    int width() {
        return width;
    }

    /**
     * Reads a word.
     *
     * @param active when the address is that of the access
     * @param fires when it happens
     * @param output when the word leaves the second register of a memory that has one
     */
    void read(Term active, Term fires, Term address, Term output) {
        reads.add(fires);
        addresses.add(active, address);
        outputs.add(output);
    }

    void write(Term active, Term fires, Term address, Term word) {
        writes.add(fires);
        addresses.add(active, address);
        written.add(active, word);
    }

    /** An access of a child, which may be a read or a write. */
    void either(Term enable, Term write, Term address, Term word, Term output) {
        reads.add(Terms.and(enable, Terms.not(write)));
        writes.add(Terms.and(enable, write));
        addresses.add(enable, address);
        written.add(enable, word);
        outputs.add(output);
    }

    boolean isRead() {
        return !reads.isEmpty();
    }

    boolean isWritten() {
        return !writes.isEmpty();
    }

    Term readEnable() {
        return Terms.or(reads);
    }

    Term writeEnable() {
        return Terms.or(writes);
    }

    Term enable() {
        return Terms.or(readEnable(), writeEnable());
    }

    Term address() {
        return addresses.value(addressBits);
    }

    Term word() {
        return written.value(width);
    }

    Term outputEnable() {
        return Terms.or(outputs);
    }
}
