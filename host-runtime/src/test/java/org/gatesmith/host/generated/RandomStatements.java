package org.gatesmith.host.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatesmith.host.generated.Piece.Kind;
import org.gatesmith.host.generated.Scope.Memory;
import org.gatesmith.host.generated.Scope.Variable;

/** Random statements that always end. */
final class RandomStatements {

    private static final int NESTING = 3;

    /** Iterations of all loops around one another, so that kernels stay quick to simulate and to unroll. */
    private static final int MOST_ITERATIONS = 24;

    private static final int LEAST_ITERATIONS = 4;

    private final Random random;
    private final RandomExpressions expressions;
    private final List<String> types;
    private final List<RecordType> records = new ArrayList<>();
    private int names;

    RandomStatements(Random random, RandomExpressions expressions, List<String> types) {
        this.random = random;
        this.expressions = expressions;
        this.types = types;
    }

    /**
     * A record of the kernel's class.
     *
     * @param components their types; they are called {@code c0}, {@code c1} and so on
     */
    private record RecordType(String name, List<String> components) {}

    /** A declaration of a record, which statements use from then on. */
    Piece recordType() {
        String name = "Record" + records.size();
        List<String> components =
                Stream.generate(() -> oneOf(types)).limit(1 + random.nextInt(3)).toList();
        records.add(new RecordType(name, components));
        String header = IntStream.range(0, components.size())
                .mapToObj(i -> components.get(i) + " c" + i)
                .collect(Collectors.joining(", "));
        return Piece.of(Kind.STATEMENT, "record " + name + "(" + header + ") {}\n");
    }

    /** A number of statements; what they declare is known in the scope afterwards. */
    Piece statements(int count, Scope scope) {
        return statements(count, scope, NESTING, MOST_ITERATIONS);
    }

    /** The same in a loop of so many iterations. */
    Piece statementsInLoop(int count, Scope scope, int around) {
        return statements(count, scope, NESTING, Math.max(LEAST_ITERATIONS, MOST_ITERATIONS / around));
    }

    private Piece statements(int count, Scope scope, int nesting, int iterations) {
        List<Piece> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(statement(scope, nesting, iterations));
        }
        return Piece.block(all);
    }

    private Piece statement(Scope scope, int nesting, int iterations) {
        int choice = random.nextInt(nesting > 0 ? 16 : 9);
        return switch (choice) {
            case 0 -> declaration(scope);
            case 1 -> records.isEmpty() ? declaration(scope) : values(scope);
            case 2 -> scope.pipelined() ? assignment(scope) : random.nextInt(3) == 0 ? banked(scope) : array(scope);
            case 3, 4 -> assignment(scope);
            case 5, 6, 7 -> store(scope);
            case 8 -> jump(scope);
            case 9, 10 -> branch(scope, nesting, iterations);
            case 11 -> random.nextBoolean() ? choices(scope, nesting, iterations) : cases(scope, nesting, iterations);
            case 12 -> scope.pipelined() ? counted(scope, nesting, iterations) : repeated(scope, nesting, iterations);
            default -> counted(scope, nesting, iterations);
        };
    }

    private Piece declaration(Scope scope) {
        String type = oneOf(types);
        String name = "v" + names++;
        Piece value = expressions.converted(type, scope);
        scope.variables().add(new Variable(name, type, true));
        return Piece.of(Kind.STATEMENT, type + " " + name + " = #;\n", value);
    }

    private Piece array(Scope scope) {
        String type = oneOf(types);
        String name = "t" + names++;
        int length = 2 << random.nextInt(4);
        scope.memories().add(new Memory(name, type, length - 1, true));
        String directive = switch (random.nextInt(6)) {
            case 0 -> "@Partition(dim = 1) ";
            case 1 -> "@Partition(dim = 1, kind = PartitionKind.CYCLIC, factor = 2) ";
            case 2 -> "@Reshape(dim = 1, kind = PartitionKind.BLOCK, factor = 2) ";
            case 3 -> "@Storage(StorageKind." + oneOf(List.of("BRAM", "URAM", "LUTRAM")) + ") ";
            default -> "";
        };
        return Piece.of(Kind.STATEMENT, directive + type + "[] " + name + " = new " + type + "[" + length + "];\n");
    }

    /** Loops that write an array whose banks are memories, and read more neighbours in it than a bank has ports. */
    private Piece banked(Scope scope) {
        Variable target = scope.assignable(random);
        if (target == null || target.kind() == Kind.BOOLEAN) {
            return array(scope);
        }
        String type = oneOf(List.of("byte", "short", "int", "long", "float"));
        String name = "t" + names++;
        String counter = "i" + names++;
        int mask = (64 << random.nextInt(2)) - 1;
        String storage = oneOf(List.of("", "@Storage(StorageKind.BRAM) ", "@Storage(StorageKind.LUTRAM) "));
        String split = "@Partition(dim = 1, kind = PartitionKind.CYCLIC, factor = " + (2 << random.nextInt(3)) + ") ";
        Scope inner = scope.inLoop(new Variable(counter, "int", false), true);
        int place = random.nextInt(8);
        int taps = 3 + random.nextInt(6);
        String header = "for (@Pipeline int " + counter + " = 0; " + counter + " < " + (4 + random.nextInt(12)) + "; "
                + counter + "++) {\n";
        String sum = IntStream.range(place, place + taps)
                .mapToObj(tap ->
                        name + "[(" + oneOf(List.of(counter, "3 * " + counter)) + " + " + tap + ") & " + mask + "]")
                .collect(Collectors.joining(" + "));
        Piece loops = Piece.of(
                Kind.STATEMENT,
                split + storage + type + "[] " + name + " = new " + type + "[" + (mask + 1) + "];\n"
                        + header + name + "[(" + counter + " + #) & " + mask + "] = #;\n"
                        + "if (#) {\n" + name + "[(" + counter + " ^ 5) & " + mask + "] = #;\n}\n}\n"
                        + header + target.name() + " += (" + target.type() + ") (" + sum + ");\n"
                        + "if (#) {\n" + target.name() + " -= (" + target.type() + ") (" + sum + ");\n}\n}\n",
                expressions.of(Kind.INT, inner),
                expressions.converted(type, inner),
                expressions.of(Kind.BOOLEAN, inner),
                expressions.converted(type, inner),
                expressions.of(Kind.BOOLEAN, inner));
        scope.memories().add(new Memory(name, type, mask, true));
        return loops;
    }

    private Piece assignment(Scope scope) {
        Variable target = scope.assignable(random);
        if (target == null) {
            return store(scope);
        }
        boolean number = target.kind() != Kind.BOOLEAN;
        String operator = number ? oneOf(List.of("=", "=", "+=", "-=", "*=")) : oneOf(List.of("=", "&=", "|=", "^="));
        return Piece.of(
                Kind.STATEMENT,
                target.name() + " " + operator + " #;\n",
                operator.equals("=")
                        ? expressions.converted(target.type(), scope)
                        : expressions.of(target.kind(), scope));
    }

    private Piece store(Scope scope) {
        Memory memory = scope.writable(random);
        if (memory == null) {
            return Piece.of(Kind.STATEMENT, "");
        }
        boolean number = Scope.kindOf(memory.type()) != Kind.BOOLEAN;
        String operator = number ? oneOf(List.of("=", "=", "+=", "-=")) : "=";
        Piece value = operator.equals("=")
                ? expressions.converted(memory.type(), scope)
                : expressions.of(Scope.kindOf(memory.type()), scope);
        return Piece.of(
                Kind.STATEMENT,
                memory.name() + "[#] " + operator + " #;\n",
                expressions.index(scope, memory.mask()),
                value);
    }

    private Piece jump(Scope scope) {
        if (!scope.jumps()) {
            return assignment(scope);
        }
        return Piece.of(
                Kind.STATEMENT,
                "if (#) {\n" + oneOf(List.of("break", "continue")) + ";\n}\n",
                expressions.of(Kind.BOOLEAN, scope));
    }

    private Piece branch(Scope scope, int nesting, int iterations) {
        Piece condition = expressions.of(Kind.BOOLEAN, scope);
        Piece first = statements(1 + random.nextInt(3), scope.inner(), nesting - 1, iterations);
        if (random.nextBoolean()) {
            return Piece.of(Kind.STATEMENT, "if (#) {\n#}\n", condition, first);
        }
        Piece second = statements(1 + random.nextInt(3), scope.inner(), nesting - 1, iterations);
        return Piece.of(Kind.STATEMENT, "if (#) {\n#} else {\n#}\n", condition, first, second);
    }

    private Piece choices(Scope scope, int nesting, int iterations) {
        Scope inner = new Scope(scope.variables(), scope.memories(), scope.helpers(), scope.pipelined(), false);
        Piece[] parts = {
            expressions.of(Kind.INT, scope),
            statements(1, inner.inner(), nesting - 1, iterations),
            statements(2, inner.inner(), nesting - 1, iterations),
            statements(1, inner.inner(), nesting - 1, iterations)
        };
        return Piece.of(
                Kind.STATEMENT, "switch (# & 3) {\ncase 0 -> {\n#}\ncase 2 -> {\n#}\ndefault -> {\n#}\n}\n", parts);
    }

    /** A switch of the old kind, the first case of which falls through. */
    private Piece cases(Scope scope, int nesting, int iterations) {
        Scope inner = new Scope(scope.variables(), scope.memories(), scope.helpers(), scope.pipelined(), false);
        Piece[] parts = {
            expressions.of(Kind.INT, scope),
            statements(1, inner.inner(), nesting - 1, iterations),
            statements(1, inner.inner(), nesting - 1, iterations),
            statements(2, inner.inner(), nesting - 1, iterations)
        };
        return Piece.of(Kind.STATEMENT, "switch (# & 3) {\ncase 0:\n#case 2:\n#break;\ndefault:\n#}\n", parts);
    }

    /** A record that a loop carries. */
    private Piece values(Scope scope) {
        RecordType type = oneOf(records);
        String name = "r" + names++;
        List<Piece> parts = new ArrayList<>();
        type.components().forEach(component -> parts.add(expressions.converted(component, scope)));
        Scope inner = scope.inner();
        parts.add(expressions.of(Kind.BOOLEAN, scope));
        for (int i = 0; i < type.components().size(); i++) {
            Variable component =
                    new Variable(name + ".c" + i + "()", type.components().get(i), false);
            inner.variables().add(component);
            scope.variables().add(component);
        }
        type.components().forEach(component -> parts.add(expressions.converted(component, inner)));
        String made = "new " + type.name() + "("
                + String.join(", ", Collections.nCopies(type.components().size(), "#")) + ")";
        String counter = "k" + names++;
        return Piece.of(
                Kind.STATEMENT,
                type.name() + " " + name + " = " + made + ";\nfor (int " + counter + " = 0; " + counter + " < 3; "
                        + counter + "++) {\nif (#) {\n" + name + " = " + made + ";\n}\n}\n",
                parts.toArray(Piece[]::new));
    }

    private Piece counted(Scope scope, int nesting, int iterations) {
        String name = "i" + names++;
        int trips = 1 + random.nextInt(6);
        if (trips > iterations) {
            return assignment(scope);
        }
        int directive = random.nextInt(8);
        boolean pipelined = !scope.pipelined() && directive < 3;
        Scope inner = scope.inLoop(new Variable(name, "int", false), pipelined);
        boolean free = !scope.pipelined() && random.nextInt(3) == 0;
        String header = switch (random.nextInt(4)) {
            case 0 -> "int " + name + " = " + (trips - 1) + "; " + name + " >= 0; " + name + "--";
            case 1 -> "int " + name + " = 1; " + name + " <= " + trips + "; " + name + "++";
            case 2 -> "int " + name + " = -4; " + name + " < " + (3 * trips - 5) + "; " + name + " += 3";
            default -> "int " + name + " = 0; " + name + " < " + (free ? "n" : trips) + "; " + name + "++";
        };
        String annotation = pipelined
                ? "@Pipeline(ii = " + (1 + random.nextInt(3)) + ") "
                : switch (directive) {
                    case 3 -> scope.pipelined() || !header.contains("n;") ? "@Unroll " : "";
                    case 4 -> "@Unroll(factor = 2) ";
                    default -> "";
                };
        Piece body = statements(1 + random.nextInt(4), inner, nesting - 1, iterations / trips);
        return Piece.of(Kind.STATEMENT, "for (" + annotation + header + ") {\n#}\n", body);
    }

    private Piece repeated(Scope scope, int nesting, int iterations) {
        if (iterations < 5) {
            return assignment(scope);
        }
        String name = "w" + names++;
        Piece condition = expressions.of(Kind.BOOLEAN, scope);
        Scope inner = scope.inLoop(new Variable(name, "int", false), false);
        Piece body = statements(1 + random.nextInt(3), inner, nesting - 1, iterations / 5);
        return switch (random.nextInt(3)) {
            case 0 ->
                Piece.of(
                        Kind.STATEMENT,
                        "for (int " + name + " = 0; " + name + " < 5 && (#); " + name + "++) {\n#}\n",
                        condition,
                        body);
            case 1 ->
                Piece.of(
                        Kind.STATEMENT,
                        "int " + name + " = 0;\nwhile (" + name + " < 5 && (#)) {\n" + name + "++;\n#}\n",
                        condition,
                        body);
            default ->
                Piece.of(
                        Kind.STATEMENT,
                        "int " + name + " = 0;\ndo {\n" + name + "++;\n#} while (" + name + " < 5 && (#));\n",
                        body,
                        condition);
        };
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
