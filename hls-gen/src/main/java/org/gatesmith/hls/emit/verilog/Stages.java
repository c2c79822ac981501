package org.gatesmith.hls.emit.verilog;

/** Cycles that an operation goes through: the steps of a unit, or the stages of an operator. */
interface Stages {

    /** Name for registers and messages. */
    String name();

    /** Cycles between two that enter; {@link Integer#MAX_VALUE} if there is one at a time. */
    int interval();

    /** Whether something is in a step. */
    Term valid(int step);

    /** Whether something is in a step and leaves it: in this cycle the step does its work. */
    Term go(int step);

    /**
     * Makes a step wait in cycles in which the condition holds.
     *
     * @param cause what for, in words
     * @param line of the source, 0 if unknown
     */
    void wait(int step, Term condition, String cause, int line);

    /** A register that takes a value at the end of a step. */
    Term copy(int step, String wanted, Term value);
}
