package org.gatesmith.api;

/** An empty FIFO was read in a plain Java run, where no other process can fill it any more. */
public final class EmptyFifoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fifo;

    EmptyFifoException(String fifo) {
        super("FIFO '" + fifo
                + "' is empty and nothing can fill it: the process that writes it is called after the process"
                + " that reads it, or it writes fewer elements than are read");
        this.fifo = fifo;
    }

    /** Name of the FIFO. */
    public String fifo() {
        return fifo;
    }
}
