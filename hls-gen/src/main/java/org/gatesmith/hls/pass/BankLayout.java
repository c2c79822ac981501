package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;

/**
 * How an array is distributed over banks. Each dimension is split zero or more times; a split takes a digit of the bank's number
 * from the index and leaves an offset in the bank. Reshaping is done in the same way: what would be lanes of a wide word become
 * memories of their own.
 *
 * @param dimensions the splits of each dimension
 * @param bank type of every bank; the last ones may be larger than needed
 */
record BankLayout(List<Dimension> dimensions, ArrayType bank) {

    /**
     * One dimension.
     *
     * @param splits one after another, each working on the offset that the one before leaves
     * @param rest elements of the dimension in one bank
     * @param isKept whether the bank still has this dimension
     */
    record Dimension(List<Split> splits, int rest, boolean isKept) {}

    /**
     * One split of a dimension.
     *
     * @param isCyclic whether neighbours go to different banks; else {@code block} neighbours share one
     * @param digits number of values that the digit takes, at least 2
     * @param block elements in a row that share a bank; 1 if cyclic
     */
    record Split(boolean isCyclic, int digits, int block) {
        /** What the index is divided by: remainder and quotient are digit and offset, or the other way round. */
        int divisor() {
            return isCyclic ? digits : block;
        }

        List<Integer> allDigits() {
            return IntStream.range(0, digits).boxed().toList();
        }
    }

    BankLayout {
        dimensions = List.copyOf(dimensions);
    }

    /** The layout that directives ask for; none if they leave the array in one piece. */
    static Optional<BankLayout> of(ArrayType type, ArrayDirectives directives) {
        List<Dimension> dimensions = new ArrayList<>();
        List<Integer> extents = new ArrayList<>();
        for (int dimension = 1; dimension <= type.rank(); dimension++) {
            int wanted = dimension;
            List<ArrayDirectives.Split> splits = Stream.concat(
                            directives.partitions().stream(), directives.reshapes().stream())
                    .filter(split -> split.dimension() == 0 || split.dimension() == wanted)
                    .toList();
            Dimension split = dimension(type.extents().get(dimension - 1), splits);
            dimensions.add(split);
            if (split.isKept()) {
                extents.add(split.rest());
            }
        }
        if (dimensions.stream().allMatch(dimension -> dimension.splits().isEmpty())) {
            return Optional.empty();
        }
        ArrayType bank = new ArrayType(type.element(), extents.isEmpty() ? List.of(1) : extents);
        return Optional.of(new BankLayout(dimensions, bank));
    }

    /** Every element of an array in a bank of its own. */
    static Optional<BankLayout> complete(ArrayType type) {
        ArrayDirectives.Split all = new ArrayDirectives.Split(0, PartitionKind.COMPLETE, 0);
        return of(type, new ArrayDirectives(List.of(all), List.of(), null));
    }

    private static Dimension dimension(int extent, List<ArrayDirectives.Split> wanted) {
        List<Split> splits = new ArrayList<>();
        int rest = extent;
        for (ArrayDirectives.Split split : wanted) {
            boolean complete = split.kind() == PartitionKind.COMPLETE || split.factor() >= rest;
            int factor = complete ? rest : split.factor();
            int block = Math.ceilDiv(rest, factor);
            boolean isCyclic = complete || split.kind() == PartitionKind.CYCLIC;
            int digits = isCyclic ? factor : Math.ceilDiv(rest, block);
            if (digits > 1) {
                splits.add(new Split(isCyclic, digits, isCyclic ? 1 : block));
                rest = block;
            }
        }
        return new Dimension(splits, rest, splits.isEmpty() || rest > 1);
    }

    /** All splits, in the order of the digits. */
    List<Split> splits() {
        return dimensions.stream()
                .flatMap(dimension -> dimension.splits().stream())
                .toList();
    }

    /** The number of banks. */
    long banks() {
        return splits().stream().mapToLong(Split::digits).reduce(1, Math::multiplyExact);
    }

    /** The digits of each bank, in the order of the banks. */
    List<List<Integer>> digits() {
        List<List<Integer>> all = List.of(List.of());
        for (Split split : splits()) {
            all = all.stream()
                    .flatMap(digits -> IntStream.range(0, split.digits())
                            .mapToObj(digit -> Stream.concat(digits.stream(), Stream.of(digit))
                                    .toList()))
                    .toList();
        }
        return all;
    }
}
