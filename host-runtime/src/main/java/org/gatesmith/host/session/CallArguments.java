package org.gatesmith.host.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.ArrayFile;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.GreyImage;
import org.gatesmith.host.data.NpyFile;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.ArrayInMemory;
import org.gatesmith.host.stream.GeneratedSource;
import org.gatesmith.host.stream.NpySink;
import org.gatesmith.host.stream.NpySource;
import org.gatesmith.host.stream.TileSink;
import org.gatesmith.host.stream.TileSource;

/** The arguments of one call, as sources and sinks. */
final class CallArguments implements AutoCloseable {

    private final ProblemSize size;
    private final Map<String, TileSource> sources = new LinkedHashMap<>();
    private final Map<String, TileSink> sinks = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<ArrayFile> files = new ArrayList<>();

    private CallArguments(ProblemSize size) {
        this.size = size;
    }

    /**
     * Binds arguments to parameters.
     *
     * @param arguments one per parameter
     */
    static CallArguments bind(KernelSignature signature, Object[] arguments) throws UsageException, DataException {
        List<Parameter> parameters = signature.parameters();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] == null) {
                throw new UsageException("the argument for parameter '"
                        + parameters.get(i).name() + "' of kernel " + signature.name() + " is null");
            }
        }
        Map<String, String> scalars = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (parameters.get(i) instanceof Parameter.Scalar scalar) {
                scalars.put(scalar.name(), number(scalar, arguments[i]));
            }
        }
        CallArguments bound = new CallArguments(ProblemSize.of(signature, scalars, Map.of(), 0));
        try {
            for (int i = 0; i < arguments.length; i++) {
                if (parameters.get(i) instanceof Parameter.Array array) {
                    bound.bind(array, arguments[i]);
                }
            }
            return bound;
        } catch (UsageException | DataException e) {
            bound.close();
            throw e;
        }
    }

    private static String number(Parameter.Scalar scalar, Object argument) throws UsageException {
        return switch (argument) {
            case Boolean flag when scalar.type() == JavaType.BOOLEAN -> flag.toString();
            case Character character when !scalar.type().isFloatingPoint() -> Integer.toString(character);
            case Number number when scalar.type() != JavaType.BOOLEAN -> number.toString();
            default ->
                throw new UsageException("parameter '" + scalar.name() + "' is a "
                        + scalar.type().keyword() + ", but the argument is a "
                        + argument.getClass().getSimpleName());
        };
    }

    private void bind(Parameter.Array array, Object argument) throws UsageException, DataException {
        List<Long> shape = size.shape(array);
        switch (argument) {
            case ArrayArgument.InMemory memory -> inMemory(array, ArrayInMemory.of(memory.elements(), shape));
            case ArrayArgument.Read read -> {
                requireDirection(
                        array,
                        read,
                        array.direction().isRead() && !array.direction().isWritten());
                source(array, open(array, read.file()), read.file().toString());
            }
            case ArrayArgument.Written written -> {
                requireDirection(array, written, !array.direction().isRead());
                sinks.put(array.name(), NpySink.create(written.file(), array, shape));
            }
            case ArrayArgument.ReadAndWritten both -> {
                requireDirection(
                        array,
                        both,
                        array.direction().isRead() && array.direction().isWritten());
                source(array, open(array, both.from()), both.from().toString());
                sinks.put(array.name(), NpySink.create(both.to(), array, shape));
            }
            case ArrayArgument.Generated generated -> {
                requireDirection(array, generated, !array.direction().isWritten());
                source(array, GeneratedSource.of(generated.function(), shape), "generated");
            }
            case ArrayArgument.Discarded discarded -> {
                requireDirection(array, discarded, !array.direction().isRead());
                sinks.put(array.name(), TileSink.discard());
            }
            default -> inMemory(array, javaArray(array, argument));
        }
    }

    private ArrayInMemory javaArray(Parameter.Array array, Object argument) throws UsageException {
        List<Long> shape = size.shape(array);
        Class<?> component = argument.getClass().getComponentType();
        if (component == null || !component.getName().equals(array.type().keyword())) {
            throw new UsageException("parameter '" + array.name() + "' takes a "
                    + array.type().keyword() + "[] or an ArrayArgument, but the argument is a "
                    + argument.getClass().getSimpleName());
        }
        long length = java.lang.reflect.Array.getLength(argument);
        if (length != size.elements(array)) {
            throw new UsageException(
                    "'" + array.name() + "' has " + length + " elements, but with these scalars its shape is " + shape
                            + ", which takes " + size.elements(array));
        }
        return ArrayInMemory.of(argument, shape);
    }

    private void inMemory(Parameter.Array array, ArrayInMemory memory) {
        if (array.direction().isRead()) {
            source(array, memory, "array of the application");
        }
        if (array.direction().isWritten()) {
            sinks.put(array.name(), memory);
        }
    }

    private void source(Parameter.Array array, TileSource source, String origin) {
        sources.put(array.name(), source);
        origins.put(array.name(), origin);
    }

    private TileSource open(Parameter.Array array, Path path) throws DataException {
        List<Long> shape = size.shape(array);
        ArrayFile file = ArrayFile.open(path);
        files.add(file);
        return switch (file) {
            case NpyFile _ -> NpySource.open(path, array, shape);
            case GreyImage image -> ArrayInMemory.of(image.elements(array.name(), array.type(), shape), shape);
        };
    }

    private static void requireDirection(Parameter.Array array, ArrayArgument argument, boolean fits)
            throws UsageException {
        if (!fits) {
            throw new UsageException("'" + array.name() + "' is "
                    + switch (array.direction()) {
                        case IN -> "only read: it takes an array, ArrayArgument.from or ArrayArgument.generated";
                        case OUT -> "only written: it takes an array, ArrayArgument.to or ArrayArgument.discarded";
                        case INOUT -> "read and written: it takes an array or ArrayArgument.fromTo";
                    }
                    + ", not " + argument.getClass().getSimpleName());
        }
    }

    ProblemSize size() {
        return size;
    }

    Map<String, TileSource> sources() {
        return sources;
    }

    Map<String, TileSink> sinks() {
        return sinks;
    }

    /** Where the inputs come from, in words. */
    Map<String, String> origins() {
        return origins;
    }

    @Override
    public void close() throws DataException {
        files.forEach(ArrayFile::close);
        for (TileSource source : sources.values()) {
            source.close();
        }
        for (TileSink sink : sinks.values()) {
            sink.close();
        }
    }
}
