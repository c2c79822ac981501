package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.api.Deadlock;

/** Why an execution cannot go on. */
public sealed interface Fault {

    /** The reason in words, without the place. */
    String message();

    /**
     * An index outside an array, table or port.
     *
     * @param memory its Java name
     * @param dimension counted from 1
     * @param extent number of elements in that dimension
     */
    record IndexOutOfBounds(String memory, int dimension, BigInteger index, long extent) implements Fault {
        @Override
        public String message() {
            return "index " + index + " is out of bounds for dimension " + dimension + " of '" + memory
                    + "', which has " + extent + " elements";
        }
    }

    /** A quotient or remainder by zero. */
    record DivisionByZero() implements Fault {
        @Override
        public String message() {
            return "division by zero";
        }
    }

    /** A shift count that is negative or not below {@link org.gatesmith.hls.ir.Operator#SHIFT_LIMIT}. */
    record ShiftCount(BigInteger count) implements Fault {
        @Override
        public String message() {
            return "the shift count " + count + " is out of range";
        }
    }

    /**
     * A value that breaks the kernel author's promise.
     *
     * @param what the variable or element that carries the contract
     */
    record ContractViolation(String what, BigInteger value, BigInteger min, BigInteger max) implements Fault {
        @Override
        public String message() {
            return "'" + what + "' is " + value + ", its contract permits " + min + " to " + max;
        }
    }

    /** An element of an array that is not zeroed was read before it was written. */
    record UninitialisedRead(String array, List<Long> indices) implements Fault {
        public UninitialisedRead {
            indices = List.copyOf(indices);
        }

        @Override
        public String message() {
            String element = indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
            return "'" + array + element + "' is read before it is written";
        }
    }

    /** A FIFO was read that is empty and that no other process can fill, because none runs. */
    record EmptyFifo(String fifo) implements Fault {
        @Override
        public String message() {
            return "FIFO '" + fifo + "' is empty, and no concurrent process can fill it";
        }
    }

    /** The processes of a dataflow function wait for each other for ever. */
    record Deadlocked(Deadlock deadlock) implements Fault {
        @Override
        public String message() {
            return deadlock.describe();
        }
    }

    /**
     * The execution took too many steps; the loop may be endless.
     *
     * @param limit permitted number of operations executed in loops
     * @param loop label of the loop that reached the limit
     */
    record StepLimit(long limit, String loop) implements Fault {
        @Override
        public String message() {
            return "loop '" + loop + "' has reached the limit of " + limit + " steps";
        }
    }
}
