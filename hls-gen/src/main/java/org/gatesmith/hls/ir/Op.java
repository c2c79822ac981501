package org.gatesmith.hls.ir;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.diag.Span;

/** One operation. Operations are immutable; passes build new ones. */
public sealed interface Op {

    /** Values that the operation itself reads, not counting those read inside its regions. */
    List<Value> operands();

    /** Values that the operation defines for the operations after it in the same region. */
    List<Value> results();

    /** Regions that the operation owns, in the order of their text form. */
    default List<Region> regions() {
        return List.of();
    }

    /** The Java text that this operation comes from. */
    Span span();

    /** A number known at compile time. */
    record Constant(Value result, Literal literal, Span span) implements Op {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /** A pure function of numbers. */
    record Compute(Value result, Operator operator, List<Value> operands, Span span) implements Op {
        public Compute {
            operands = List.copyOf(operands);
        }

        public Value operand(int index) {
            return operands.get(index);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /**
     * The operand, with the kernel author's promise that it lies between {@code min} and {@code max}, wrapped to the result type.
     * The promise is checked on the JVM and by the interpreter; hardware relies on it.
     *
     * @param what the variable that carries the contract
     */
    record Assume(Value result, Value operand, BigInteger min, BigInteger max, String what, Span span) implements Op {
        @Override
        public List<Value> operands() {
            return List.of(operand);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /**
     * An on-chip array with its own life from here to the end of the region.
     *
     * @param zeroed whether every element is zero at first; otherwise each element is written before it is read
     */
    record AllocArray(Value result, boolean zeroed, ArrayDirectives directives, Span span) implements Op {
        public ArrayType type() {
            return (ArrayType) result.type();
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /** A table of constants of the program, by name. */
    record TableRef(Value result, String table, Span span) implements Op {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /**
     * A channel between two processes.
     *
     * @param depth capacity in elements, at least 1
     */
    record AllocFifo(Value result, int depth, Span span) implements Op {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /** Reads an element, of its own type, of an array, table (one index per dimension) or port (one flat index). */
    record Load(Value result, Value memory, List<Value> indices, Span span) implements Op {
        public Load {
            indices = List.copyOf(indices);
        }

        @Override
        public List<Value> operands() {
            return Operands.of(memory, indices);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /** Writes an element of an array or port; an integer is wrapped to the element type. */
    record Store(Value memory, List<Value> indices, Value value, Span span) implements Op {
        public Store {
            indices = List.copyOf(indices);
        }

        @Override
        public List<Value> operands() {
            return Operands.of(memory, indices, value);
        }

        @Override
        public List<Value> results() {
            return List.of();
        }
    }

    /** Takes the oldest element, of its own type, of a FIFO; waits while there is none. */
    record FifoRead(Value result, Value fifo, Span span) implements Op {
        @Override
        public List<Value> operands() {
            return List.of(fifo);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /** Appends an element to a FIFO, an integer wrapped to the element type; waits while it is full. */
    record FifoWrite(Value fifo, Value value, Span span) implements Op {
        @Override
        public List<Value> operands() {
            return List.of(fifo, value);
        }

        @Override
        public List<Value> results() {
            return List.of();
        }
    }

    /** Whether a FIFO holds no element now. */
    record FifoEmpty(Value result, Value fifo, Span span) implements Op {
        @Override
        public List<Value> operands() {
            return List.of(fifo);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }
    }

    /**
     * Calls another function of the program, with operands and results of the types that it has; only the limits of a port may
     * differ. In a dataflow function each call is a process of its own.
     */
    record Call(List<Value> results, String callee, List<Value> operands, Span span) implements Op {
        public Call {
            results = List.copyOf(results);
            operands = List.copyOf(operands);
        }
    }

    /** One of two regions; both yield one value per result. */
    record If(List<Value> results, Value condition, Region thenRegion, Region elseRegion, Span span) implements Op {
        public If {
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return List.of(condition);
        }

        @Override
        public List<Region> regions() {
            return List.of(thenRegion, elseRegion);
        }
    }

    /**
     * A counted loop: {@code for (counter = lower; counter relation bound; counter += step)}, the addition wrapping at the
     * counter's type as in Java. {@code lower} has the counter's type, {@code bound} any integer type. The region's parameters are the counter and the carried values; it yields the next carried
     * values, and the last ones are the results.
     *
     * @param label {@code method.counter}, the name by which schedules reach the loop
     * @param relation LT or LE with a positive step, GT or GE with a negative one
     */
    record For(
            List<Value> results,
            String label,
            Value lower,
            Operator relation,
            Value bound,
            long step,
            List<Value> initial,
            Region body,
            LoopDirectives directives,
            Span span)
            implements Op {
        public For {
            results = List.copyOf(results);
            initial = List.copyOf(initial);
        }

        public Value counter() {
            return body.parameters().getFirst();
        }

        /** The carried values as the body sees them. */
        public List<Value> carried() {
            return body.parameters().subList(1, body.parameters().size());
        }

        public For withDirectives(LoopDirectives others) {
            return new For(results, label, lower, relation, bound, step, initial, body, others, span);
        }

        public For withBody(Region other) {
            return new For(results, label, lower, relation, bound, step, initial, other, directives, span);
        }

        public For withResults(List<Value> others) {
            return new For(others, label, lower, relation, bound, step, initial, body, directives, span);
        }

        @Override
        public List<Value> operands() {
            return Operands.of(lower, bound, initial);
        }

        @Override
        public List<Region> regions() {
            return List.of(body);
        }
    }

    /**
     * A loop that ends on a condition. {@code before} takes the carried values and yields the condition followed by the values
     * that it forwards: to the parameters of {@code body} while the condition is true, to the results when it is false.
     * {@code body} yields the next carried values. A body that only yields its parameters makes this a do-while loop.
     */
    record While(
            List<Value> results,
            String label,
            List<Value> initial,
            Region before,
            Region body,
            LoopDirectives directives,
            Span span)
            implements Op {
        public While {
            results = List.copyOf(results);
            initial = List.copyOf(initial);
        }

        public Value condition() {
            return before.yields().getFirst();
        }

        /** The values handed to the body or to the results. */
        public List<Value> forwarded() {
            return before.yields().subList(1, before.yields().size());
        }

        @Override
        public List<Value> operands() {
            return initial;
        }

        @Override
        public List<Region> regions() {
            return List.of(before, body);
        }
    }
}
