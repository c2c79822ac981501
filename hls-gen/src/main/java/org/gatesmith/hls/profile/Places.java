package org.gatesmith.hls.profile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.interp.Observer;
import org.gatesmith.hls.interp.Watch;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.MethodNames;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Finds the places of a program that carry names of the source, and watches them. */
final class Places implements Observer {

    private final Program program;
    private final MethodNames methods;
    private final MemoryOrigins origins;
    private final Set<Value> unpromised = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> ownArrays = new HashSet<>();
    private final Set<String> borrowed = new HashSet<>();
    private final Map<ProfileRow.Key, Place> places = new LinkedHashMap<>();

    Places(Program program, String kernelMethod) {
        this.program = program;
        this.methods = MethodNames.of(program, kernelMethod);
        this.origins = MemoryOrigins.of(program);
        for (Function function : program.functions()) {
            for (Value parameter : function.parameters()) {
                if (!(parameter.type() instanceof ScalarType)) {
                    borrowed.add(qualified(function, parameter.name()));
                }
            }
            survey(function, function.body());
        }
    }

    private void survey(Function function, Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.Assume assume
                    && assume.what().equals(assume.operand().name())) {
                // The number is seen where its contract is checked.
                unpromised.add(assume.operand());
            }
            if (op instanceof Op.AllocArray array) {
                ownArrays.add(qualified(function, array.result().name()));
            }
            op.regions().forEach(inner -> survey(function, inner));
        }
    }

    private String qualified(Function function, @Nullable String name) {
        return methods.of(function) + "." + name;
    }

    @Override
    public Optional<Watch> result(Function function, Op op, Value result) {
        return op instanceof Op.Assume assume ? promised(function, assume) : named(function, result, op.span());
    }

    @Override
    public Optional<Watch> parameter(Function function, Value parameter) {
        boolean isFunctions = function.parameters().contains(parameter);
        return named(function, parameter, isFunctions ? function.span() : Span.NONE);
    }

    private Optional<Watch> named(Function function, Value value, Span span) {
        if (value.name() == null || unpromised.contains(value) || !isTelling(value.scalarType())) {
            return Optional.empty();
        }
        String name = qualified(function, value.name());
        return Optional.of(
                place(name, ProfileRow.Kind.VARIABLE, value.scalarType(), span).sight());
    }

    /** Whether the range of a type says something: not of truth values, nor of what is wider than a Java number. */
    private static boolean isTelling(ScalarType type) {
        return !(type instanceof IntType integer) || (!integer.equals(IntType.BOOL) && IntType.I64.contains(integer));
    }

    private Optional<Watch> promised(Function function, Op.Assume assume) {
        if (!isTelling(assume.operand().scalarType()) || isPortOfKernel(function, assume.what())) {
            return Optional.empty();
        }
        String name = qualified(function, assume.what());
        boolean isArray = ownArrays.contains(name) || borrowed.contains(name);
        Place place = place(
                name,
                isArray ? ProfileRow.Kind.ARRAY : ProfileRow.Kind.VARIABLE,
                assume.operand().scalarType(),
                assume.span(),
                assume.min(),
                assume.max());
        Watch contract = place.contract(assume.min(), assume.max());
        // The elements of an array of its own are seen where they are stored.
        return Optional.of(ownArrays.contains(name) ? contract : both(place.sight(), contract));
    }

    /** The contract of a port is checked where the port is accessed. */
    private boolean isPortOfKernel(Function function, String what) {
        return function == program.top()
                && function.parameters().stream()
                        .anyMatch(parameter -> parameter.type() instanceof PortType && what.equals(parameter.name()));
    }

    @Override
    public Optional<Watch> written(Function function, Op write) {
        return switch (write) {
            case Op.Store store
            when store.memory().type() instanceof ArrayType type ->
                memory(function, store.memory(), ProfileRow.Kind.ARRAY, type.element(), store.span());
            case Op.FifoWrite store ->
                memory(
                        function,
                        store.fifo(),
                        ProfileRow.Kind.FIFO,
                        ((FifoType) store.fifo().type()).element(),
                        store.span());
            default -> Optional.empty();
        };
    }

    private Optional<Watch> memory(
            Function function, Value memory, ProfileRow.Kind kind, ScalarType element, Span span) {
        Optional<Value> origin = origins.of(memory);
        Function home = origin.flatMap(origins::home).orElse(function);
        String name = origin.orElse(memory).name();
        if (name == null || !isTelling(element)) {
            return Optional.empty();
        }
        return Optional.of(place(qualified(home, name), kind, element, span).sight());
    }

    static Watch both(Watch first, Watch second) {
        return raw -> {
            first.see(raw);
            second.see(raw);
        };
    }

    private Place place(String name, ProfileRow.Kind kind, ScalarType type, Span span) {
        return place(new ProfileRow.Key(name, kind, Place.javaName(type), null), type, span);
    }

    /** The place for a contract; a variable with another contract than its namesake has a row of its own. */
    private Place place(String name, ProfileRow.Kind kind, ScalarType type, Span span, BigInteger min, BigInteger max) {
        Place first = place(name, kind, type, span);
        return first.takes(min, max)
                ? first
                : place(new ProfileRow.Key(name, kind, Place.javaName(type), min + ".." + max), type, span);
    }

    private Place place(ProfileRow.Key key, ScalarType type, Span span) {
        Place place = places.computeIfAbsent(key, k -> new Place(k.name(), k.kind(), type, span));
        place.alsoAt(span);
        return place;
    }

    /** The rows in the order of the source; the next ones start anew. */
    List<ProfileRow> take() {
        List<Place> sorted = new ArrayList<>(places.values());
        sorted.sort(Comparator.comparing((Place place) -> place.span().file())
                .thenComparing(place -> place.span().startLine()));
        return sorted.stream().map(Place::take).toList();
    }
}
