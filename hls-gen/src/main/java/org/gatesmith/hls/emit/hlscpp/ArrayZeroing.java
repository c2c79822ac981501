package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;

/**
 * Loops that set an array of {@code ap_int} to zero: the class leaves its elements unset even with an empty initialiser. The
 * dimensions that are distributed over banks are innermost and unrolled, one row of banks per cycle.
 */
final class ArrayZeroing {

    private static final List<String> COUNTERS = List.of("i", "j", "k", "l", "m", "n", "p", "q");

    private final String name;
    private final ArrayType type;
    private final List<Integer> order = new ArrayList<>();
    private final int sequential;

    private ArrayZeroing(String name, ArrayType type, ArrayDirectives directives) {
        this.name = name;
        this.type = type;
        IntStream dimensions = IntStream.range(0, type.rank());
        List<Integer> banked =
                dimensions.filter(d -> isBanked(d + 1, directives)).boxed().toList();
        IntStream.range(0, type.rank()).filter(d -> !banked.contains(d)).forEach(order::add);
        sequential = order.size();
        order.addAll(banked);
    }

    static Statement of(String name, ArrayType type, ArrayDirectives directives) {
        return new ArrayZeroing(name, type, directives).loop(0);
    }

    private static boolean isBanked(int dimension, ArrayDirectives directives) {
        return directives.storage() == StorageKind.REGISTER
                || directives.partitions().stream()
                        .anyMatch(split -> split.kind() == PartitionKind.COMPLETE
                                && (split.dimension() == 0 || split.dimension() == dimension));
    }

    private Statement loop(int level) {
        int dimension = order.get(level);
        String counter = counter(dimension);
        List<Statement> body = new ArrayList<>();
        if (level >= sequential) {
            body.add(new Statement.Pragma("HLS unroll"));
        } else if (level == sequential - 1) {
            body.add(new Statement.Pragma("HLS pipeline II=1"));
        }
        body.add(level + 1 < order.size() ? loop(level + 1) : new Statement.Line(name + indices() + " = 0"));
        String head = "for (int " + counter + " = 0; " + counter + " < "
                + type.extents().get(dimension) + "; " + counter + "++)";
        return new Statement.Loop("", head, body, "");
    }

    private String indices() {
        return IntStream.range(0, type.rank())
                .mapToObj(dimension -> "[" + counter(dimension) + "]")
                .collect(Collectors.joining());
    }

    private String counter(int dimension) {
        List<String> free = COUNTERS.stream().filter(c -> !c.equals(name)).toList();
        return dimension < free.size() ? free.get(dimension) : "i" + dimension;
    }
}
