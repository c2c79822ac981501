package org.gatesmith.hls.emit.tornado;

import java.util.List;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Parameter;

/** What a task is called with, in the order of its parameters. */
public sealed interface TaskArgument {

    /** Name of the task's parameter. */
    String name();

    /** Simple name of the TornadoVM array class. */
    String arrayType();

    /** Size of one element. */
    int bytes();

    /** Whether it holds the counts of the FIFOs. */
    default boolean isFifoCounts() {
        return this instanceof FifoCounts;
    }

    /** An array of the kernel. A {@code char} is kept in a {@code ShortArray}, a {@code boolean} in a {@code ByteArray}. */
    record Port(String name, Parameter.Array parameter) implements TaskArgument {

        @Override
        public String arrayType() {
            return arrayType(parameter.type());
        }

        static String arrayType(JavaType type) {
            return switch (type) {
                case BOOLEAN, BYTE -> "ByteArray";
                case SHORT, CHAR -> "ShortArray";
                case INT -> "IntArray";
                case LONG -> "LongArray";
                case FLOAT -> "FloatArray";
                case DOUBLE -> "DoubleArray";
            };
        }

        @Override
        public int bytes() {
            return parameter.type().bytes();
        }
    }

    /**
     * The scalar parameters that live in one kind of register, one element each: TornadoVM would fold scalars proper into the
     * compiled kernel, which then served only one problem size.
     */
    record Scalars(String name, Register register, List<Parameter.Scalar> parameters) implements TaskArgument {
        public Scalars {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String arrayType() {
            return register.arrayType();
        }

        @Override
        public int bytes() {
            return register.bytes();
        }
    }

    /** Constants, row by row. */
    record Table(String name, Register register, List<Literal> elements) implements TaskArgument {
        public Table {
            elements = List.copyOf(elements);
        }

        @Override
        public String arrayType() {
            return register.arrayType();
        }

        @Override
        public int bytes() {
            return register.bytes();
        }
    }

    /**
     * Room for all that is ever written to a FIFO, because in the sequential form a process ends before the next begins. How
     * many elements that takes, the task itself counts.
     *
     * @param fifos how many are kept in the array, one after another
     */
    record Fifo(String name, Register register, int fifos) implements TaskArgument {

        @Override
        public String arrayType() {
            return register.arrayType();
        }

        @Override
        public int bytes() {
            return register.bytes();
        }
    }

    /**
     * An {@code IntArray} with three numbers for every FIFO: room in elements, set by the caller; elements written; elements read
     * before they were written.
     *
     * @param fifos how many
     */
    record FifoCounts(String name, int fifos) implements TaskArgument {

        @Override
        public String arrayType() {
            return Register.INT.arrayType();
        }

        @Override
        public int bytes() {
            return Register.INT.bytes();
        }
    }
}
