package org.gatesmith.host.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Builds a program of a source text, or one that was compiled for a card. */
final class ClProgram {

    private static final int BUILD_LOG = 0x1183;

    /** Exactly what the source says, and quotients and roots rounded as IEEE 754 says (OpenCL 1.2, 5.6.4). */
    private static final String EXACT = "-cl-std=CL1.2";

    private static final String EXACT_DIVISION = " -cl-fp32-correctly-rounded-divide-sqrt";

    private final ClDevice device;
    private final MemorySegment context;

    ClProgram(ClDevice device, MemorySegment context) {
        this.device = device;
        this.context = context;
    }

    /** The program of a source text. */
    MemorySegment compiled(Arena arena, byte[] source) throws ClException, ClFault {
        ClLibrary library = device.library();
        MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, source);
        MemorySegment program = library.create(
                arena,
                ClFunction.clCreateProgramWithSource,
                context,
                1,
                pointerTo(arena, text),
                arena.allocateFrom(ValueLayout.JAVA_LONG, source.length));
        String options = EXACT + (device.dividesExactly() ? EXACT_DIVISION : "");
        return built(arena, program, options);
    }

    /** A compiled program, such as an {@code .xclbin}. */
    MemorySegment loaded(Arena arena, byte[] binary) throws ClException, ClFault {
        MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, binary);
        MemorySegment program = device.library()
                .create(
                        arena,
                        ClFunction.clCreateProgramWithBinary,
                        context,
                        1,
                        pointerTo(arena, device.handle()),
                        arena.allocateFrom(ValueLayout.JAVA_LONG, binary.length),
                        pointerTo(arena, bytes),
                        arena.allocate(ValueLayout.JAVA_INT));
        return built(arena, program, "");
    }

    private MemorySegment built(Arena arena, MemorySegment program, String options) throws ClException, ClFault {
        ClLibrary library = device.library();
        MemorySegment devices = pointerTo(arena, device.handle());
        try {
            library.call(
                    ClFunction.clBuildProgram,
                    program,
                    1,
                    devices,
                    arena.allocateFrom(options),
                    MemorySegment.NULL,
                    MemorySegment.NULL);
        } catch (ClException e) {
            String log = library.text(ClFunction.clGetProgramBuildInfo, BUILD_LOG, program, device.handle());
            throw new ClFault(ClFault.Kind.COMPILATION, log + "\n" + e.getMessage());
        }
        return program;
    }

    /** A place that holds one pointer. */
    static MemorySegment pointerTo(Arena arena, MemorySegment target) {
        MemorySegment pointer = arena.allocate(ValueLayout.ADDRESS);
        pointer.set(ValueLayout.ADDRESS, 0, target);
        return pointer;
    }
}
