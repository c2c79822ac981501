package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One port of a memory inside a module, and those who use it. */
final class MemoryPort {

    private final int addressBits;
    private final int width;
    private final Supplier<Signal> made;
    private @Nullable Signal data;
    private final List<Term> reads = new ArrayList<>();
    private final List<Term> writes = new ArrayList<>();
    private final List<Term> outputs = new ArrayList<>();
    private final Turns addresses = new Turns();
    private final Turns written = new Turns();

    /**
     * @param made makes the signal where the memory shows what was read, when somebody reads
     */
    MemoryPort(int addressBits, int width, Supplier<Signal> made) {
        this.addressBits = addressBits;
        this.width = width;
        this.made = made;
    }

    Term data() {
        return dataSignal().term();
    }

    Signal dataSignal() {
        if (data == null) {
            data = made.get();
        }
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

    /** Whether words go through the memory's second register. */
    boolean isRegistered() {
        return !outputEnable().equals(Terms.FALSE);
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
