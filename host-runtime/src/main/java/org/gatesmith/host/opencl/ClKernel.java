package org.gatesmith.host.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A kernel of a program, or one process of a kernel that is several.
 *
 * @param handle the driver's object
 * @param parameters which arguments of a run it takes, by number; null for all
 */
record ClKernel(
        ClLibrary library, MemorySegment handle, @Nullable List<Integer> parameters) {

    private static final int NUM_ARGS = 0x1191;

    /** A kernel of a program that takes all arguments. */
    static ClKernel whole(ClLibrary library, MemorySegment program, String name) throws ClException {
        return part(library, program, name, null);
    }

    /** A kernel of a program that takes some of the arguments. */
    static ClKernel part(ClLibrary library, MemorySegment program, String name, @Nullable List<Integer> parameters)
            throws ClException {
        Arena arena = Arena.global();
        return new ClKernel(
                library,
                library.create(arena, ClFunction.clCreateKernel, program, arena.allocateFrom(name)),
                parameters);
    }

    /** How many arguments the kernel declares. */
    int arguments() throws ClException {
        return (int) library.number(ClFunction.clGetKernelInfo, handle, NUM_ARGS, Integer.BYTES);
    }

    /** As which of its own arguments it takes an argument of the run, if it does. */
    OptionalInt position(int argument) {
        if (parameters == null) {
            return OptionalInt.of(argument);
        }
        int index = parameters.indexOf(argument);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Sets an argument of the run, if the kernel takes it. */
    void set(int argument, long size, MemorySegment value) throws ClException {
        OptionalInt position = position(argument);
        if (position.isPresent()) {
            library.call(ClFunction.clSetKernelArg, handle, position.getAsInt(), size, value);
        }
    }
}
