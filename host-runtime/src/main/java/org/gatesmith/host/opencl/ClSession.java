package org.gatesmith.host.opencl;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One kernel on one device, in the child process. */
final class ClSession {

    private static final long READ_WRITE = 1;

    /** What a hidden argument points to, which no kernel looks at. */
    private static final long HIDDEN_BYTES = 64;

    /** Work-items per compute unit of a kernel whose iterations are shared out: enough to even out their times. */
    private static final long ITEMS_PER_UNIT = 4;

    private final ClDevice device;
    private final MemorySegment context;
    private final List<ClKernel> kernels;
    private final boolean card;
    private final boolean shared;
    private final ClQueue runs;

    /** One per kernel: those that pipes join run at the same time. */
    private final List<ClQueue> starts = new ArrayList<>();

    private final ClQueue writes;
    private final ClQueue reads;
    private final ClFifos fifos;
    private final MemorySegment unused;
    private final Map<Long, ClBuffer> buffers = new ConcurrentHashMap<>();

    /**
     * What the session runs.
     *
     * @param name of the kernel
     * @param source file with the text
     * @param shared whether any number of work-items may share the work
     * @param fifoBytes size of an element of each FIFO
     */
    record Form(String name, Path source, boolean shared, List<Integer> fifoBytes) {}

    private ClSession(
            ClDevice device,
            MemorySegment context,
            List<ClKernel> kernels,
            boolean card,
            boolean shared,
            List<Integer> fifoBytes)
            throws ClException {
        this.device = device;
        this.context = context;
        this.kernels = kernels;
        this.card = card;
        this.shared = shared;
        this.fifos = new ClFifos(fifoBytes);
        Arena arena = Arena.global();
        this.runs = new ClQueue(arena, device, context);
        this.writes = new ClQueue(arena, device, context);
        this.reads = new ClQueue(arena, device, context);
        for (ClKernel _ : kernels) {
            starts.add(new ClQueue(arena, device, context));
        }
        this.unused = plainMemory(HIDDEN_BYTES);
    }

    /** Compiles a source text. */
    static ClSession ofSource(ClDevice device, Form form) throws ClException, ClFault, IOException {
        MemorySegment context = context(device);
        MemorySegment program =
                new ClProgram(device, context).compiled(Arena.global(), Files.readAllBytes(form.source()));
        List<ClKernel> kernels = List.of(ClKernel.whole(device.library(), program, form.name()));
        return new ClSession(device, context, kernels, false, form.shared(), form.fifoBytes());
    }

    /** Loads a program that was compiled for a card. */
    static ClSession ofCard(ClDevice device, Path program, CardKernels.Wanted wanted, List<Integer> fifoBytes)
            throws ClException, ClFault, IOException {
        MemorySegment context = context(device);
        MemorySegment loaded = new ClProgram(device, context).loaded(Arena.global(), Files.readAllBytes(program));
        CardKernels.Found found = CardKernels.in(device.library(), loaded, wanted);
        return new ClSession(device, context, found.kernels(), true, false, found.fifos() ? fifoBytes : List.of());
    }

    private static MemorySegment context(ClDevice device) throws ClException {
        Arena arena = Arena.global();
        return device.library()
                .create(
                        arena,
                        ClFunction.clCreateContext,
                        MemorySegment.NULL,
                        1,
                        ClProgram.pointerTo(arena, device.handle()),
                        MemorySegment.NULL,
                        MemorySegment.NULL);
    }

    // ---- buffers

    /**
     * Memory for an array.
     *
     * @param header bytes before its element 0, zeroed
     * @param bytes of its elements
     * @param argument of the kernel that it is for
     * @param file that the host maps too, with the elements alone
     */
    void allocate(long id, long header, long bytes, int argument, Path file) throws ClException, ClFault {
        if (header + bytes > device.largestBuffer()) {
            throw new ClFault(
                    ClFault.Kind.UNSUPPORTED,
                    "a buffer of " + bytes + " bytes does not fit the device, whose buffers have at most "
                            + device.largestBuffer() + " bytes; use smaller sizes or tiles");
        }
        ClBuffer buffer = new ClBuffer(memory(header + bytes, argument), header, bytes, ClBuffer.map(file, bytes));
        buffers.put(id, buffer);
        try (Arena arena = Arena.ofConfined()) {
            writes.write(buffer.memory(), 0, arena.allocate(header));
        }
    }

    /** Memory for an argument of the run; on a card in the bank to which that argument of its kernel is connected. */
    private MemorySegment memory(long bytes, int argument) throws ClException {
        for (ClKernel kernel : card ? kernels : List.<ClKernel>of()) {
            OptionalInt position = kernel.position(argument);
            if (position.isPresent()) {
                return cardMemory(bytes, position.getAsInt(), kernel);
            }
        }
        return plainMemory(bytes);
    }

    private MemorySegment cardMemory(long bytes, int argument, ClKernel kernel) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            return device.library()
                    .create(
                            arena,
                            ClFunction.clCreateBuffer,
                            context,
                            READ_WRITE | CardMemory.FLAG,
                            Math.max(1, bytes),
                            CardMemory.of(arena, argument, kernel.handle()));
        }
    }

    private MemorySegment plainMemory(long bytes) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            return device.library()
                    .create(
                            arena,
                            ClFunction.clCreateBuffer,
                            context,
                            READ_WRITE,
                            Math.max(1, bytes),
                            MemorySegment.NULL);
        }
    }

    private ClBuffer buffer(long id) {
        return Objects.requireNonNull(buffers.get(id), () -> "no buffer " + id);
    }

    void write(long id, long bytes) throws ClException {
        ClBuffer buffer = buffer(id);
        writes.write(buffer.memory(), buffer.header(), buffer.mapped().asSlice(0, bytes));
    }

    void read(long id, long bytes) throws ClException {
        ClBuffer buffer = buffer(id);
        reads.read(buffer.memory(), buffer.header(), buffer.mapped().asSlice(0, bytes));
    }

    /** Makes one buffer hold what another of the same size holds. */
    void copy(long source, long target) throws ClException {
        copy(buffer(source).memory(), buffer(target).memory(), buffer(source).size());
    }

    void free(long id) throws ClException {
        ClBuffer buffer = buffers.remove(id);
        if (buffer != null) {
            release(buffer.memory());
        }
    }

    private void release(MemorySegment memory) throws ClException {
        device.library().call(ClFunction.clReleaseMemObject, memory);
    }

    // ---- runs

    /**
     * Runs the kernel once and returns the nanoseconds that it took.
     *
     * @param launch the work-items; null for as many as suit the device
     * @param arguments {@code b<id>} for a buffer, {@code w<id>} for one that the kernel writes, {@code s<bytes>:<bits>} for a
     *     scalar, {@code h} for memory and {@code l} for local memory that no kernel looks at
     */
    long run(@Nullable Launch launch, List<String> arguments) throws ClException, ClFault {
        List<ClBuffer> written = new ArrayList<>();
        long largest = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("s")) {
                setScalar(i, argument.substring(1));
            } else if (argument.equals(ArgumentLayout.Hidden.MEMORY.word())) {
                setMemory(i, unused);
            } else if (argument.equals(ArgumentLayout.Hidden.LOCAL.word())) {
                setLocal(i);
            } else {
                ClBuffer buffer = buffer(Long.parseLong(argument.substring(1)));
                setMemory(i, buffer.memory());
                largest = Math.max(largest, buffer.bytes());
                if (argument.startsWith("w")) {
                    written.add(buffer);
                }
            }
        }
        if (fifos.isEmpty()) {
            return run(launch == null ? suitable() : launch);
        }
        fifos.hold(largest);
        return runWithFifos(arguments.size(), written);
    }

    /** Runs all kernels at the same time; returns the nanoseconds from the first start to the last end. */
    private long run(Launch launch) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            List<MemorySegment> events = new ArrayList<>();
            for (int i = 0; i < kernels.size(); i++) {
                events.add(starts.get(i).start(arena, kernels.get(i).handle(), launch));
            }
            ClQueue.Span all = starts.getFirst().finish(events.getFirst());
            for (int i = 1; i < events.size(); i++) {
                all = all.and(starts.get(i).finish(events.get(i)));
            }
            return all.end() - all.start();
        }
    }

    private Launch suitable() throws ClException {
        return shared ? new Launch(ITEMS_PER_UNIT * device.computeUnits(), 1) : Launch.SINGLE;
    }

    /** A run that must be repeated starts from what the buffers held before it. */
    private long runWithFifos(int arguments, List<ClBuffer> written) throws ClException, ClFault {
        List<MemorySegment> kept = new ArrayList<>();
        try {
            for (ClBuffer buffer : written) {
                MemorySegment copy = plainMemory(buffer.size());
                kept.add(copy);
                copy(buffer.memory(), copy, buffer.size());
            }
            while (true) {
                long nanoseconds = tryWithFifos(arguments);
                if (nanoseconds >= 0) {
                    return nanoseconds;
                }
                for (int i = 0; i < written.size(); i++) {
                    copy(kept.get(i), written.get(i).memory(), written.get(i).size());
                }
            }
        } finally {
            for (MemorySegment copy : kept) {
                release(copy);
            }
        }
    }

    private void copy(MemorySegment source, MemorySegment target, long bytes) throws ClException {
        if (bytes > 0) {
            runs.copy(source, target, bytes);
        }
    }

    /** Returns the nanoseconds, or -1 if a FIFO was too small. */
    private long tryWithFifos(int arguments) throws ClException, ClFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment plan = fifos.plan(arena);
            MemorySegment elements = memory(fifos.bytes(), arguments);
            MemorySegment planMemory = memory(plan.byteSize(), arguments + 1);
            try {
                runs.write(planMemory, 0, plan);
                setMemory(arguments, elements);
                setMemory(arguments + 1, planMemory);
                long nanoseconds = run(Launch.SINGLE);
                runs.read(planMemory, 0, plan);
                return fifos.mustRepeat(plan) ? -1 : nanoseconds;
            } finally {
                release(elements);
                release(planMemory);
            }
        }
    }

    private void setMemory(int index, MemorySegment memory) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            set(index, ClProgram.pointerTo(arena, memory));
        }
    }

    /** Local memory is a size without an address. */
    private void setLocal(int index) throws ClException {
        set(index, HIDDEN_BYTES, MemorySegment.NULL);
    }

    private void setScalar(int index, String sizeAndBits) throws ClException {
        int colon = sizeAndBits.indexOf(':');
        int bytes = Integer.parseInt(sizeAndBits.substring(0, colon));
        long bits = Long.parseLong(sizeAndBits.substring(colon + 1));
        try (Arena arena = Arena.ofConfined()) {
            // Little-endian, as every host of an FPGA card is: the low bytes come first.
            set(index, arena.allocateFrom(ValueLayout.JAVA_LONG, bits).asSlice(0, bytes));
        }
    }

    private void set(int index, MemorySegment value) throws ClException {
        set(index, value.byteSize(), value);
    }

    private void set(int index, long size, MemorySegment value) throws ClException {
        for (ClKernel kernel : kernels) {
            kernel.set(index, size, value);
        }
    }
}
