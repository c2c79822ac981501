package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.ArrayDeque;
import org.gatesmith.api.EmptyFifoException;
import org.gatesmith.api.LongFifo;
import org.gatesmith.hls.diag.Span;

/** A FIFO. It waits as a kernel's own FIFOs do on the JVM, inside and outside dataflow regions. */
final class Channel implements Memory {

    private final LongFifo fifo;

    /** Integers wider than a word; the FIFO then carries one meaningless word for each. */
    private final ArrayDeque<BigInteger> wides = new ArrayDeque<>();

    Channel(String name, int depth) {
        this.fifo = new LongFifo(name, depth);
    }

    @Override
    public String name() {
        return fifo.name();
    }

    long read(Span span) {
        try {
            return fifo.read();
        } catch (EmptyFifoException e) {
            throw new Abort(new Fault.EmptyFifo(e.fifo()), span);
        }
    }

    void write(long word) {
        fifo.write(word);
    }

    BigInteger readWide(Span span) {
        read(span);
        return wides.remove();
    }

    /** The queue is filled first, as a reader may run as soon as the FIFO has the word. */
    void writeWide(BigInteger value) {
        wides.add(value);
        fifo.write(0);
    }

    boolean isEmpty() {
        return fifo.isEmpty();
    }
}
