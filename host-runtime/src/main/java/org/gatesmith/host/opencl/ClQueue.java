package org.gatesmith.host.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A queue of commands; every command is waited for. Several queues make transfers and kernels overlap. */
final class ClQueue {

    private static final long PROFILING = 2;
    private static final int COMMAND_START = 0x1282;
    private static final int COMMAND_END = 0x1283;
    private static final int NOT_BLOCKING = 0;

    private final ClLibrary library;
    private final MemorySegment handle;

    ClQueue(Arena arena, ClDevice device, MemorySegment context) throws ClException {
        this.library = device.library();
        this.handle = library.create(arena, ClFunction.clCreateCommandQueue, context, device.handle(), PROFILING);
    }

    /** Fills memory of the device from a byte on. */
    void write(MemorySegment memory, long offset, MemorySegment source) throws ClException {
        transfer(ClFunction.clEnqueueWriteBuffer, memory, offset, source);
    }

    /** Reads memory of the device from a byte on. */
    void read(MemorySegment memory, long offset, MemorySegment target) throws ClException {
        transfer(ClFunction.clEnqueueReadBuffer, memory, offset, target);
    }

    private void transfer(ClFunction function, MemorySegment memory, long offset, MemorySegment host)
            throws ClException {
        if (host.byteSize() == 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment event = arena.allocate(ValueLayout.ADDRESS);
            library.call(
                    function,
                    handle,
                    memory,
                    NOT_BLOCKING,
                    offset,
                    host.byteSize(),
                    host,
                    0,
                    MemorySegment.NULL,
                    event);
            finish(event);
        }
    }

    void copy(MemorySegment source, MemorySegment target, long bytes) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment event = arena.allocate(ValueLayout.ADDRESS);
            library.call(
                    ClFunction.clEnqueueCopyBuffer,
                    handle,
                    source,
                    target,
                    0L,
                    0L,
                    bytes,
                    0,
                    MemorySegment.NULL,
                    event);
            finish(event);
        }
    }

    /** Starts a kernel whose arguments are set; returns the event of its end. */
    MemorySegment start(Arena arena, MemorySegment kernel, Launch launch) throws ClException {
        MemorySegment event = arena.allocate(ValueLayout.ADDRESS);
        library.call(
                ClFunction.clEnqueueNDRangeKernel,
                handle,
                kernel,
                1,
                MemorySegment.NULL,
                arena.allocateFrom(ValueLayout.JAVA_LONG, launch.items()),
                arena.allocateFrom(ValueLayout.JAVA_LONG, launch.groupSize()),
                0,
                MemorySegment.NULL,
                event);
        library.call(ClFunction.clFlush, handle);
        return event;
    }

    /** When a command ran, in nanoseconds of the device's clock. */
    record Span(long start, long end) {

        /** From the first start to the last end. */
        Span and(Span other) {
            return new Span(Math.min(start, other.start), Math.max(end, other.end));
        }
    }

    /** Waits for a command. */
    Span finish(MemorySegment event) throws ClException {
        library.call(ClFunction.clFlush, handle);
        library.call(ClFunction.clWaitForEvents, 1, event);
        MemorySegment command = event.get(ValueLayout.ADDRESS, 0);
        long start = library.number(ClFunction.clGetEventProfilingInfo, command, COMMAND_START, Long.BYTES);
        long end = library.number(ClFunction.clGetEventProfilingInfo, command, COMMAND_END, Long.BYTES);
        library.call(ClFunction.clReleaseEvent, command);
        return new Span(start, end);
    }
}
