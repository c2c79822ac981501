package org.gatesmith.hls.floating;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.Ranges;

/** What the operations of a function are in hardware, with their widths; constants, casts and constant shifts are nothing but wires. */
final class OperationCounts {

    /** Columns of the table. */
    private enum Kind {
        ADDER,
        COMPARATOR,
        EQUALITY,
        MULTIPLIER,
        SHIFTER,
        ZEROS,
        CHOICE,
        GATE
    }

    private final Function function;
    private final Ranges ranges;
    private final Map<Kind, List<Integer>> widths = new EnumMap<>(Kind.class);
    private final List<String> products = new ArrayList<>();
    private final Set<Value> constants = new HashSet<>();
    private final Map<Value, Integer> levels = new HashMap<>();
    private boolean hasLoop;

    private OperationCounts(Function function, Ranges ranges) {
        this.function = function;
        this.ranges = ranges;
    }

    static OperationCounts of(Function function) {
        Ranges ranges = Ranges.of(new Program(List.of(), List.of(function)));
        OperationCounts counts = new OperationCounts(function, ranges);
        counts.add(function.body());
        return counts;
    }

    private void add(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Constant constant -> constants.add(constant.result());
                case Op.Compute compute -> add(compute);
                default -> hasLoop = true;
            }
            op.regions().forEach(this::add);
        }
    }

    private void add(Op.Compute op) {
        Kind kind = kind(op);
        int level = op.operands().stream()
                .mapToInt(operand -> levels.getOrDefault(operand, 0))
                .max()
                .orElse(0);
        levels.put(op.result(), level + (kind == null ? 0 : 1));
        if (kind == null) {
            return;
        }
        int width = byResult(kind, op.operator()) ? width(op.result()) : width(op.operand(0));
        widths.computeIfAbsent(kind, _ -> new ArrayList<>()).add(width);
        if (kind == Kind.MULTIPLIER) {
            products.add(width + " × " + width(op.operand(1)));
        }
    }

    private static boolean byResult(Kind kind, Operator operator) {
        return switch (kind) {
            case ADDER, CHOICE, GATE -> true;
            case SHIFTER -> operator == Operator.SHL;
            case COMPARATOR, EQUALITY, MULTIPLIER, ZEROS -> false;
        };
    }

    private Kind kind(Op.Compute op) {
        return switch (op.operator()) {
            case ADD, SUB, NEG, ABS -> isOneBit(op.operand(0)) && op.operands().size() == 1 ? null : Kind.ADDER;
            case LT, LE, GT, GE -> isSign(op) ? null : Kind.COMPARATOR;
            case MIN, MAX -> Kind.COMPARATOR;
            case EQ, NE -> isOneBit(op.operand(0)) ? null : Kind.EQUALITY;
            case MUL -> Kind.MULTIPLIER;
            case SHL, SHR -> constants.contains(op.operand(1)) ? null : Kind.SHIFTER;
            case CLZ32, CLZ64, CTZ32, CTZ64 -> Kind.ZEROS;
            case SELECT -> Kind.CHOICE;
            case AND, OR, XOR -> isWires(op) ? null : Kind.GATE;
            case NOT, CAST -> null;
            default -> throw new IllegalArgumentException(op.operator() + " in " + function.name());
        };
    }

    /** Whether each bit of the result comes from one operand, or is constant. */
    private boolean isWires(Op.Compute op) {
        BigInteger zeros = ranges.of(op.operand(0))
                .bits()
                .zeros()
                .or(ranges.of(op.operand(1)).bits().zeros());
        boolean isConcatenation = op.operator() != Operator.AND && zeros.equals(BigInteger.ONE.negate());
        return isConcatenation || op.operands().stream().anyMatch(constants::contains);
    }

    /** Whether a comparison with zero only reads a sign. */
    private boolean isSign(Op.Compute op) {
        return op.operator() == Operator.LT && op.operand(0).intType().signed() && constants.contains(op.operand(1));
    }

    private static boolean isOneBit(Value value) {
        return width(value) <= 2;
    }

    private static int width(Value value) {
        return value.intType().width();
    }

    /** A row of the table. */
    String row() {
        StringBuilder row = new StringBuilder("| `" + function.name() + "` |");
        for (Kind kind : Kind.values()) {
            row.append(' ')
                    .append(kind == Kind.MULTIPLIER ? String.join(", ", products) : cell(kind))
                    .append(" |");
        }
        int deepest = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return row.append(' ')
                .append(deepest)
                .append(hasLoop ? " and a loop" : "")
                .append(" |\n")
                .toString();
    }

    private String cell(Kind kind) {
        List<Integer> found = widths.getOrDefault(kind, List.of());
        int total = found.stream().mapToInt(Integer::intValue).sum();
        return found.isEmpty() ? "" : found.size() + " / " + total + " / " + Collections.max(found);
    }
}
