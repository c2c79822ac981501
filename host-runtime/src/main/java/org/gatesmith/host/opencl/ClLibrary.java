package org.gatesmith.host.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The OpenCL library of this machine: the loader, which finds the installed drivers. */
final class ClLibrary {

    /** Names of the loader: Debian's run-time package, its development package, macOS. */
    private static final List<String> NAMES =
            List.of("libOpenCL.so.1", "libOpenCL.so", "/System/Library/Frameworks/OpenCL.framework/OpenCL");

    private final Map<ClFunction, MethodHandle> functions = new EnumMap<>(ClFunction.class);

    @SuppressWarnings("restricted") // native code is what this class is for
    private ClLibrary(SymbolLookup symbols) {
        for (ClFunction function : ClFunction.values()) {
            symbols.find(function.name())
                    .ifPresent(address -> functions.put(
                            function, Linker.nativeLinker().downcallHandle(address, function.descriptor())));
        }
    }

    /** The library, if one of its names is found. */
    @SuppressWarnings("restricted") // native code is what this class is for
    static Optional<ClLibrary> find() {
        for (String name : NAMES) {
            try {
                return Optional.of(new ClLibrary(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException _) {
                // not under this name
            }
        }
        return Optional.empty();
    }

    /** Calls a function that returns a status; any but success is an exception. */
    void call(ClFunction function, Object... arguments) throws ClException {
        int status = (Integer) invoke(function, arguments);
        if (status != 0) {
            throw new ClException(function.name(), status);
        }
    }

    /** Calls a function that returns an object and whose last parameter takes the status. */
    MemorySegment create(Arena arena, ClFunction function, Object... arguments) throws ClException {
        MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = status;
        MemorySegment object = (MemorySegment) invoke(function, all);
        int code = status.get(ValueLayout.JAVA_INT, 0);
        if (code != 0) {
            throw new ClException(function.name(), code);
        }
        return object;
    }

    private Object invoke(ClFunction function, Object... arguments) {
        MethodHandle handle = functions.get(function);
        if (handle == null) {
            throw new IllegalStateException("the OpenCL library has no " + function);
        }
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- lists and properties

    /**
     * The objects that a listing function returns.
     *
     * @param arguments those before the number of entries
     */
    List<MemorySegment> list(ClFunction function, Object... arguments) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
            call(function, with(arguments, 0, MemorySegment.NULL, count));
            int found = count.get(ValueLayout.JAVA_INT, 0);
            MemorySegment objects = arena.allocate(ValueLayout.ADDRESS, Math.max(1, found));
            call(function, with(arguments, found, objects, MemorySegment.NULL));
            return java.util.stream.IntStream.range(0, found)
                    .mapToObj(i -> objects.getAtIndex(ValueLayout.ADDRESS, i))
                    .toList();
        }
    }

    /**
     * A property that is text.
     *
     * @param owner what the function takes before the property: one object, or two
     */
    String text(ClFunction function, int property, MemorySegment... owner) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
            call(function, with(owner, property, 0L, MemorySegment.NULL, size));
            long bytes = size.get(ValueLayout.JAVA_LONG, 0);
            if (bytes == 0) {
                return "";
            }
            MemorySegment text = arena.allocate(bytes);
            call(function, with(owner, property, bytes, text, MemorySegment.NULL));
            String all = new String(text.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
            int end = all.indexOf('\0');
            return (end < 0 ? all : all.substring(0, end)).strip();
        }
    }

    /** A property that is a number of {@code bytes} bytes. */
    long number(ClFunction function, MemorySegment owner, int property, int bytes) throws ClException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(ValueLayout.JAVA_LONG);
            call(function, owner, property, (long) bytes, number, MemorySegment.NULL);
            return bytes == Integer.BYTES
                    ? Integer.toUnsignedLong(number.get(ValueLayout.JAVA_INT, 0))
                    : number.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    private static Object[] with(Object[] first, Object... more) {
        Object[] all = java.util.Arrays.copyOf(first, first.length + more.length, Object[].class);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
