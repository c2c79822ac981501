package org.gatesmith.hls.profile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.interp.Settings;
import org.gatesmith.hls.interp.Watch;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;

/**
 * Runs a kernel and takes the profile of its numbers. A contract that data break is counted, and the run goes on as if it were
 * not there, as Java itself would without checks.
 *
 * <p>One run at a time; every thread takes a profiler of its own, and their profiles are merged.
 */
public final class Profiler {

    private final KernelSignature signature;
    private final Places places;
    private final Map<String, Port> ports = new LinkedHashMap<>();
    private final Interpreter interpreter;

    /** The rows of one port. */
    private record Port(Place reads, Place writes, Direction direction, Watch onRead, Watch onWrite) {

        static Port of(Parameter.Array array, Span span) {
            Place reads = new Place(
                    array.name(), ProfileRow.Kind.PORT_READ, array.type().irType(), span);
            Place writes = new Place(
                    array.name(), ProfileRow.Kind.PORT_WRITTEN, array.type().irType(), span);
            ValueRange range = array.range();
            return new Port(
                    reads,
                    writes,
                    array.direction(),
                    range == null ? reads.sight() : checked(reads, range),
                    range == null ? writes.sight() : checked(writes, range));
        }

        private static Watch checked(Place place, ValueRange range) {
            Watch contract = place.contract(BigInteger.valueOf(range.min()), BigInteger.valueOf(range.max()));
            return Places.both(place.sight(), contract);
        }

        /** Rows of the directions that the port has. */
        void take(List<ProfileRow> rows) {
            ProfileRow read = reads.take();
            ProfileRow written = writes.take();
            if (direction != Direction.OUT || read.seen().count() > 0) {
                rows.add(read);
            }
            if (direction != Direction.IN) {
                rows.add(written);
            }
        }
    }

    private Profiler(Program accepted, KernelSignature signature) {
        this.signature = signature;
        this.places = new Places(accepted, signature.methodName());
        signature
                .arrays()
                .forEach(array ->
                        ports.put(array.name(), Port.of(array, accepted.top().span())));
        this.interpreter = Interpreter.of(accepted, Settings.DEFAULT.withoutContracts(), places);
    }

    /**
     * A profiler of one kernel.
     *
     * @param accepted the program as the front end leaves it: passes rename variables and rely on contracts
     */
    public static Profiler of(Program accepted, KernelSignature signature) {
        return new Profiler(accepted, signature);
    }

    /**
     * Runs the kernel on Java values and returns what it met. Arrays that the kernel writes are changed.
     *
     * @param arguments one per parameter: primitive arrays for ports, boxed numbers for scalars
     * @throws FaultException the kernel fails on these data, for another reason than a contract
     * @throws IllegalArgumentException the arguments do not suit the parameters
     */
    public NumericProfile profile(Object... arguments) throws FaultException {
        List<Parameter> parameters = signature.parameters();
        if (arguments.length != parameters.size()) {
            throw new IllegalArgumentException("the kernel " + signature.name() + " has " + parameters.size()
                    + " parameters, given are " + arguments.length);
        }
        Map<String, Argument> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            named.put(parameters.get(i).name(), argument(parameters.get(i), arguments[i]));
        }
        return profile(named);
    }

    /**
     * As {@link #profile(Object...)}, on any memory.
     *
     * @param arguments by the names of the kernel's parameters
     */
    public NumericProfile profile(Map<String, Argument> arguments) throws FaultException {
        Map<String, Argument> watched = new HashMap<>(arguments);
        watched.replaceAll((name, argument) -> argument instanceof Argument.Port port ? watched(name, port) : argument);
        try {
            interpreter.run(watched);
        } catch (FaultException | RuntimeException e) {
            rows();
            throw e;
        }
        return new NumericProfile(rows());
    }

    private Argument watched(String name, Argument.Port argument) {
        Port port = Objects.requireNonNull(ports.get(name), () -> "the kernel has no array " + name);
        return Argument.of(new ObservedMemory(argument.memory(), port.onRead(), port.onWrite()));
    }

    private List<ProfileRow> rows() {
        List<ProfileRow> rows = new ArrayList<>();
        ports.values().forEach(port -> port.take(rows));
        rows.addAll(places.take());
        return rows;
    }

    private static Argument argument(Parameter parameter, Object value) {
        return switch (value) {
            case Boolean flag -> Argument.of(flag ? 1L : 0L);
            case Character character -> Argument.of((long) character);
            case Float number -> Argument.of(number.floatValue());
            case Double number -> Argument.of(number.doubleValue());
            case Number number -> Argument.of(number.longValue());
            case boolean[] elements -> Argument.of(PortMemory.of(elements));
            case byte[] elements -> Argument.of(PortMemory.of(elements));
            case short[] elements -> Argument.of(PortMemory.of(elements));
            case char[] elements -> Argument.of(PortMemory.of(elements));
            case int[] elements -> Argument.of(PortMemory.of(elements));
            case long[] elements -> Argument.of(PortMemory.of(elements));
            case float[] elements -> Argument.of(PortMemory.of(elements));
            case double[] elements -> Argument.of(PortMemory.of(elements));
            default ->
                throw new IllegalArgumentException("parameter " + parameter.name() + " cannot take a "
                        + value.getClass().getName());
        };
    }
}
