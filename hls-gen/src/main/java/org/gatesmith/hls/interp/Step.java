package org.gatesmith.hls.interp;

/** A compiled operation. */
@FunctionalInterface
interface Step {

    /** Executes the operation on the registers of {@code frame}. */
    void run(Frame frame);

    Step NOTHING = frame -> {};
}
