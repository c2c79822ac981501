package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.api.PartitionKind;

/** Which types and values go together. */
final class TypeRules {

    private TypeRules() {}

    static boolean isOfType(Literal literal, Type type) {
        return switch (literal) {
            case Literal.Int number -> type instanceof IntType integer && integer.contains(number.value());
            case Literal.F32 number -> type == FloatType.F32;
            case Literal.F64 number -> type == FloatType.F64;
        };
    }

    /** Whether a number may be written where {@code element} is stored: integers wrap, floating-point types are equal. */
    static boolean isStorable(Type value, ScalarType element) {
        return element instanceof IntType ? value instanceof IntType : value == element;
    }

    /** Whether an argument may be passed for a parameter. A port's limits may differ: they are checked where they stand. */
    static boolean isPassable(Type argument, Type parameter) {
        if (argument instanceof PortType from && parameter instanceof PortType to) {
            return from.element().equals(to.element());
        }
        return argument.equals(parameter);
    }

    /** What is wrong with the distribution of an array over banks. */
    static Stream<String> splits(ArrayType type, ArrayDirectives directives) {
        return Stream.concat(directives.partitions().stream(), directives.reshapes().stream())
                .flatMap(split -> split(type, split));
    }

    private static Stream<String> split(ArrayType type, ArrayDirectives.Split split) {
        List<String> reasons = new ArrayList<>();
        if (split.dimension() < 0 || split.dimension() > type.rank()) {
            reasons.add("dimension " + split.dimension() + " is not one of " + type + ", nor 0 for all");
        }
        if (split.kind() == PartitionKind.COMPLETE && split.factor() != 0) {
            reasons.add("a complete split has no factor");
        }
        if (split.kind() != PartitionKind.COMPLETE && split.factor() < 1) {
            reasons.add("a split over banks needs a positive factor");
        }
        return reasons.stream();
    }
}
