package org.gatesmith.host.generated;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gatesmith.host.generated.Piece.Kind;
import org.jspecify.annotations.Nullable;

/** Random expressions that never fail: indices are masked, divisors odd. */
final class RandomExpressions {

    private static final int DEPTH = 3;

    private static final List<String> INTS = List.of(
            "1",
            "2",
            "3",
            "7",
            "(-1)",
            "(-7)",
            "31",
            "32",
            "127",
            "128",
            "255",
            "(-128)",
            "32767",
            "65535",
            "100003",
            "Integer.MAX_VALUE",
            "Integer.MIN_VALUE");
    private static final List<String> LONGS = List.of(
            "1L",
            "(-1L)",
            "3L",
            "63L",
            "255L",
            "(-256L)",
            "0xffffffffL",
            "1L << 40",
            "Long.MAX_VALUE",
            "Long.MIN_VALUE");
    private static final List<String> FLOATS = List.of(
            "1f",
            "(-0f)",
            "0.1f",
            "(-1.5f)",
            "16777217f",
            "1e30f",
            "Float.MIN_VALUE",
            "Float.MIN_NORMAL",
            "Float.MAX_VALUE",
            "Float.POSITIVE_INFINITY",
            "Float.NaN");
    private static final List<String> DOUBLES = List.of(
            "1d",
            "(-0d)",
            "0.1",
            "(-1.5)",
            "9007199254740993d",
            "1e300",
            "Double.MIN_VALUE",
            "Double.MIN_NORMAL",
            "Double.NEGATIVE_INFINITY",
            "Double.NaN");

    private static final List<String> INT_FORMS = List.of(
            "(# + #)",
            "(# - #)",
            "(# * #)",
            "(# & #)",
            "(# | #)",
            "(# ^ #)",
            "(# / (# | 1))",
            "(# % (# | 1))",
            "(# << #)",
            "(# >> #)",
            "(# >>> #)",
            "(-#)",
            "(~#)",
            "Math.min(#, #)",
            "Math.max(#, #)",
            "Math.abs(#)",
            "Integer.bitCount(#)",
            "Integer.numberOfLeadingZeros(#)",
            "Integer.numberOfTrailingZeros(#)",
            "Integer.reverse(#)",
            "Integer.rotateLeft(#, #)",
            "Integer.rotateRight(#, #)",
            "Integer.highestOneBit(#)",
            "Integer.compareUnsigned(#, #)",
            "Integer.divideUnsigned(#, # | 1)",
            "Math.floorMod(#, # | 1)",
            "((byte) #)",
            "((short) #)",
            "((char) #)",
            "(# & 0xff)",
            "(# >> 3)",
            "(# >>> 5)",
            "(# / 8)",
            "(# % 10)");
    private static final List<String> LONG_FORMS = List.of(
            "(# + #)",
            "(# - #)",
            "(# * #)",
            "(# & #)",
            "(# | #)",
            "(# ^ #)",
            "(# / (# | 1L))",
            "(# % (# | 1L))",
            "(# << #)",
            "(# >> #)",
            "(# >>> #)",
            "(-#)",
            "(~#)",
            "Math.min(#, #)",
            "Math.max(#, #)",
            "Math.abs(#)",
            "Math.multiplyHigh(#, #)",
            "Long.reverse(#)",
            "(# >> 7)",
            "(# >>> 33)");
    private static final List<String> REAL_FORMS = List.of(
            "(# + #)", "(# - #)", "(# * #)", "(# / #)", "(-#)", "Math.min(#, #)", "Math.max(#, #)", "Math.abs(#)");
    private static final List<String> ORDER =
            List.of("(# < #)", "(# <= #)", "(# > #)", "(# >= #)", "(# == #)", "(# != #)");
    private static final List<String> LOGIC = List.of("(# && #)", "(# || #)", "(# ^ #)", "(!#)", "(# == #)", "(# & #)");

    private final Random random;
    private final boolean reals;

    /**
     * Expressions.
     *
     * @param reals whether there are floating-point numbers
     */
    RandomExpressions(Random random, boolean reals) {
        this.random = random;
        this.reals = reals;
    }

    Piece of(Kind kind, Scope scope) {
        return of(kind, scope, 1 + random.nextInt(DEPTH));
    }

    /** An index into a memory. */
    Piece index(Scope scope, int mask) {
        return Piece.of(Kind.INT, "(# & " + mask + ")", of(Kind.INT, scope, random.nextInt(3)));
    }

    private Piece of(Kind kind, Scope scope, int depth) {
        if (depth == 0) {
            return leaf(kind, scope);
        }
        int choice = random.nextInt(10);
        if (choice == 0) {
            return Piece.of(
                    kind,
                    "(# ? # : #)",
                    of(Kind.BOOLEAN, scope, depth - 1),
                    of(kind, scope, depth - 1),
                    of(kind, scope, depth - 1));
        }
        if (choice == 1) {
            Piece call = call(kind, scope, depth);
            if (call != null) {
                return call;
            }
        }
        if (choice == 3 && random.nextBoolean()) {
            return Piece.of(
                    kind,
                    "(switch (# & 3) {case 0 -> #; case 1, 2 -> #; default -> #;})",
                    of(Kind.INT, scope, depth - 1),
                    of(kind, scope, depth - 1),
                    of(kind, scope, depth - 1),
                    of(kind, scope, depth - 1));
        }
        if (choice == 2) {
            return leaf(kind, scope);
        }
        return operation(kind, scope, depth);
    }

    private Piece operation(Kind kind, Scope scope, int depth) {
        return switch (kind) {
            case INT -> random.nextInt(6) == 0 ? toInt(scope, depth) : fill(kind, kind, INT_FORMS, scope, depth);
            case LONG ->
                random.nextInt(5) == 0
                        ? Piece.of(kind, "((long) #)", of(anyNumber(), scope, depth - 1))
                        : fill(kind, kind, LONG_FORMS, scope, depth);
            case FLOAT ->
                random.nextInt(5) == 0
                        ? Piece.of(kind, "((float) #)", of(anyNumber(), scope, depth - 1))
                        : fill(kind, kind, REAL_FORMS, scope, depth);
            case DOUBLE ->
                random.nextInt(5) == 0
                        ? Piece.of(kind, "((double) #)", of(anyNumber(), scope, depth - 1))
                        : fill(kind, kind, REAL_FORMS, scope, depth);
            case BOOLEAN ->
                random.nextInt(3) == 0
                        ? fill(kind, kind, LOGIC, scope, depth)
                        : fill(kind, anyNumber(), ORDER, scope, depth);
            case STATEMENT -> throw new IllegalArgumentException("a statement is no expression");
        };
    }

    private Piece toInt(Scope scope, int depth) {
        String form = oneOf(List.of("((int) #)", "Long.bitCount(#)", "Long.numberOfLeadingZeros(#)"));
        return Piece.of(Kind.INT, form, of(form.startsWith("((") ? anyNumber() : Kind.LONG, scope, depth - 1));
    }

    private Kind anyNumber() {
        return oneOf(
                reals ? List.of(Kind.INT, Kind.INT, Kind.LONG, Kind.FLOAT, Kind.DOUBLE) : List.of(Kind.INT, Kind.LONG));
    }

    private Piece fill(Kind result, Kind operand, List<String> forms, Scope scope, int depth) {
        String form = oneOf(forms);
        long gaps = form.chars().filter(c -> c == '#').count();
        return Piece.of(
                result,
                form,
                Stream.generate(() -> of(operand, scope, depth - 1)).limit(gaps).toArray(Piece[]::new));
    }

    private @Nullable Piece call(Kind kind, Scope scope, int depth) {
        Scope.Helper helper = scope.helper(kind, random);
        if (helper == null) {
            return null;
        }
        Piece[] arguments = helper.parameters().stream()
                .map(type -> converted(type, scope, depth - 1))
                .toArray(Piece[]::new);
        String gaps =
                String.join(", ", helper.parameters().stream().map(_ -> "#").toList());
        return Piece.of(kind, helper.name() + "(" + gaps + ")", arguments);
    }

    /** An expression that may be assigned to a variable of that type. */
    Piece converted(String type, Scope scope) {
        return converted(type, scope, 1 + random.nextInt(DEPTH));
    }

    private Piece converted(String type, Scope scope, int depth) {
        Piece value = of(Scope.kindOf(type), scope, depth);
        return switch (type) {
            case "byte", "short", "char" -> Piece.of(Kind.INT, "(" + type + ") (#)", value);
            default -> value;
        };
    }

    private Piece leaf(Kind kind, Scope scope) {
        int choice = random.nextInt(4);
        if (choice == 0) {
            return literal(kind);
        }
        if (choice == 1) {
            Scope.Memory memory = scope.memory(kind, random);
            if (memory != null) {
                Scope.Variable variable = scope.variable(Kind.INT, random);
                Piece index = variable == null || random.nextInt(4) == 0
                        ? Piece.of(Kind.INT, Integer.toString(random.nextInt(memory.mask() + 1)))
                        : Piece.of(
                                Kind.INT,
                                "((" + variable.name() + " + " + random.nextInt(4) + ") & " + memory.mask() + ")");
                return Piece.of(kind, memory.name() + "[#]", index);
            }
        }
        Scope.Variable variable = scope.variable(kind, random);
        return variable == null ? literal(kind) : Piece.of(kind, variable.name());
    }

    private Piece literal(Kind kind) {
        return Piece.of(
                kind,
                switch (kind) {
                    case INT -> oneOf(INTS);
                    case LONG -> "(" + oneOf(LONGS) + ")";
                    case FLOAT -> oneOf(FLOATS);
                    case DOUBLE -> oneOf(DOUBLES);
                    case BOOLEAN -> oneOf(List.of("true", "false"));
                    case STATEMENT -> "";
                });
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
