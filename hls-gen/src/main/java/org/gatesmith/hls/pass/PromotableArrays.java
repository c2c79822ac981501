package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** The arrays of a function whose elements can be values of their own, and where these are written. */
final class PromotableArrays {

    /** An element that some operation accesses; its identity counts. */
    static final class Element {
        private final ScalarType type;
        private final @Nullable String name;

        private Element(ScalarType type, @Nullable String name) {
            this.type = type;
            this.name = name;
        }

        ScalarType type() {
            return type;
        }

        /** A new value for what the element holds. */
        Value value() {
            return Value.named(type, name);
        }
    }

    private final Definitions definitions;
    /** The elements of each array that are accessed, by their row-major position. */
    private final Map<Value, Map<Integer, Element>> arrays = new IdentityHashMap<>();

    private final Map<Region, Set<Element>> written = new IdentityHashMap<>();

    private PromotableArrays(Definitions definitions) {
        this.definitions = definitions;
    }

    static PromotableArrays of(Function function) {
        PromotableArrays found = new PromotableArrays(Definitions.of(function));
        if (function.style() == Function.Style.SEQUENTIAL) {
            found.create(function.body());
            found.access(function.body());
        }
        return found;
    }

    boolean isEmpty() {
        return arrays.isEmpty();
    }

    boolean contains(Value array) {
        return arrays.containsKey(array);
    }

    /** The accessed elements of a promotable array. */
    List<Element> elements(Value array) {
        return List.copyOf(arrays.getOrDefault(array, Map.of()).values());
    }

    /** The element of a promotable array that an access reaches. */
    Element element(Value array, List<Value> indices) {
        int position = position((ArrayType) array.type(), indices).orElseThrow();
        return java.util.Objects.requireNonNull(
                arrays.getOrDefault(array, Map.of()).get(position));
    }

    /** The elements that a region may write, in the order of the text. */
    Set<Element> written(Region region) {
        Set<Element> known = written.get(region);
        if (known == null) {
            known = new LinkedHashSet<>();
            for (Op op : region.ops()) {
                if (op instanceof Op.Store store && contains(store.memory())) {
                    known.add(element(store.memory(), store.indices()));
                }
                for (Region inner : op.regions()) {
                    known.addAll(written(inner));
                }
            }
            written.put(region, Collections.unmodifiableSet(known));
        }
        return known;
    }

    private void create(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.AllocArray alloc) {
                arrays.put(alloc.result(), new TreeMap<>());
            }
            op.regions().forEach(this::create);
        }
    }

    private void access(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Load load -> access(load.memory(), load.indices());
                case Op.Store store -> access(store.memory(), store.indices());
                case Op.Call call -> call.operands().forEach(arrays::remove);
                default -> op.regions().forEach(this::access);
            }
        }
    }

    private void access(Value array, List<Value> indices) {
        Map<Integer, Element> elements = arrays.get(array);
        if (elements == null) {
            return;
        }
        ArrayType type = (ArrayType) array.type();
        Optional<Integer> position = position(type, indices);
        if (position.isPresent()) {
            elements.computeIfAbsent(position.get(), at -> new Element(type.element(), name(array, type, at)));
        } else {
            arrays.remove(array);
        }
    }

    /** The row-major position, if the indices are constant and in bounds. A dimension of one element has one index. */
    private Optional<Integer> position(ArrayType type, List<Value> indices) {
        long position = 0;
        for (int dimension = 0; dimension < indices.size(); dimension++) {
            int extent = type.extents().get(dimension);
            Optional<BigInteger> index =
                    extent == 1 ? Optional.of(BigInteger.ZERO) : definitions.integer(indices.get(dimension));
            if (index.isEmpty() || index.get().signum() < 0 || index.get().compareTo(BigInteger.valueOf(extent)) >= 0) {
                return Optional.empty();
            }
            position = position * extent + index.get().longValueExact();
        }
        return position > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) position);
    }

    private static @Nullable String name(Value array, ArrayType type, int position) {
        String name = array.name();
        if (name == null || type.elements() == 1) {
            return name;
        }
        List<Integer> indices = new ArrayList<>();
        int rest = position;
        for (int extent : type.extents().reversed()) {
            indices.addFirst(rest % extent);
            rest /= extent;
        }
        return name + indices.stream().map(index -> "_" + index).collect(Collectors.joining());
    }
}
