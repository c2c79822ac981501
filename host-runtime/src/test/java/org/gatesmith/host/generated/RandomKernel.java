package org.gatesmith.host.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.host.generated.Piece.Kind;
import org.gatesmith.host.generated.Scope.Helper;
import org.gatesmith.host.generated.Scope.Memory;
import org.gatesmith.host.generated.Scope.Variable;

/**
 * Random kernels over the whole kernel language. A seed always makes the same kernel. Every third one is a dataflow kernel; every
 * second one computes with floating-point numbers.
 */
public final class RandomKernel {

    /** Name of the class and, in lower case, of the kernel. */
    public static final String NAME = "Generated";

    private static final int MOST_STATEMENTS = 8;
    private static final List<String> INTEGERS = List.of("boolean", "byte", "short", "char", "int", "int", "long");
    private static final List<String> NUMBERS =
            List.of("boolean", "byte", "short", "char", "int", "int", "long", "float", "double");

    private static final List<Memory> PORTS = List.of(
            new Memory("bytes", "byte", 63, false),
            new Memory("ints", "int", 63, true),
            new Memory("longs", "long", 63, true),
            new Memory("shorts", "short", 31, true));
    private static final List<Memory> REAL_PORTS =
            List.of(new Memory("floats", "float", 31, true), new Memory("doubles", "double", 31, true));

    private final Random random;
    private final boolean reals;
    private final RandomExpressions expressions;
    private final RandomStatements statements;
    private final List<Memory> tables = new ArrayList<>();
    private final List<Helper> helpers = new ArrayList<>();

    private RandomKernel(long seed) {
        this.random = new Random(seed);
        this.reals = seed % 2 != 0;
        this.expressions = new RandomExpressions(random, reals);
        this.statements = new RandomStatements(random, expressions, reals ? NUMBERS : INTEGERS);
    }

    /** The kernel of a seed: a class of its own without package. */
    public static Piece of(long seed) {
        RandomKernel kernel = new RandomKernel(seed);
        return seed % 3 == 0 ? kernel.dataflow() : kernel.sequential();
    }

    private Piece sequential() {
        Piece head = declarations();
        Scope scope = scope(ports(), true);
        Piece body = statements.statements(1 + random.nextInt(MOST_STATEMENTS), scope);
        String parameters = ports().stream().map(RandomKernel::port).collect(Collectors.joining(", "));
        return file(
                head,
                Piece.of(
                        Kind.STATEMENT,
                        "@Kernel(\"generated\")\npublic static void run(" + parameters + ", " + scalars() + ") {\n#}\n",
                        body));
    }

    private List<Memory> ports() {
        return reals
                ? IntStream.range(0, 2)
                        .mapToObj(i -> i == 0 ? PORTS : REAL_PORTS)
                        .flatMap(List::stream)
                        .toList()
                : PORTS;
    }

    private static String port(Memory port) {
        return (port.writable() ? "@InOut" : "@In") + " @Shape(\"" + (port.mask() + 1) + "\") " + port.type() + "[] "
                + port.name();
    }

    private static String scalars() {
        return "@Range(min = 0, max = 7) int n, long x, short s, boolean b";
    }

    private Scope scope(List<Memory> memories, boolean withScalars) {
        List<Variable> variables = new ArrayList<>();
        if (withScalars) {
            variables.add(new Variable("n", "int", false));
            variables.add(new Variable("x", "long", true));
            variables.add(new Variable("s", "short", true));
            variables.add(new Variable("b", "boolean", true));
        }
        List<Memory> all = new ArrayList<>(memories);
        all.addAll(tables);
        return new Scope(variables, all, List.copyOf(helpers), false, false);
    }

    private Piece declarations() {
        List<Piece> all = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(table());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(statements.recordType());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(helper());
        }
        return Piece.block(all);
    }

    private Piece table() {
        String type = random.nextBoolean() ? "int" : "short";
        int length = 4 << random.nextInt(4);
        Memory table = new Memory("TABLE" + tables.size(), type, length - 1, false);
        tables.add(table);
        String elements = IntStream.range(0, length)
                .mapToObj(_ -> Integer.toString(
                        type.equals("int") ? random.nextInt() >> random.nextInt(32) : (short) random.nextInt()))
                .collect(Collectors.joining(", "));
        return Piece.of(Kind.STATEMENT, "static final " + type + "[] " + table.name() + " = {" + elements + "};\n");
    }

    private Piece helper() {
        List<String> types = reals ? NUMBERS : INTEGERS;
        List<String> parameters = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> types.get(random.nextInt(types.size())))
                .toList();
        String result = types.get(random.nextInt(types.size()));
        Scope scope = new Scope(new ArrayList<>(), new ArrayList<>(tables), List.copyOf(helpers), true, false);
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            scope.variables().add(new Variable("p" + i, parameters.get(i), true));
            declared.add(parameters.get(i) + " p" + i);
        }
        Piece body = statements.statements(random.nextInt(4), scope);
        Piece value = expressions.converted(result, scope);
        String name = "helper" + helpers.size();
        helpers.add(new Helper(name, result, parameters));
        String keep = random.nextInt(3) == 0 ? "@NoInline\n" : "";
        return Piece.of(
                Kind.STATEMENT,
                keep + "static " + result + " " + name + "(" + String.join(", ", declared) + ") {\n#return #;\n}\n",
                body,
                value);
    }

    /** Stages in a row; each reads what the one before wrote, and some pass further values around a stage. */
    private Piece dataflow() {
        Piece head = declarations();
        int stages = 2 + random.nextInt(3);
        int count = 8 + random.nextInt(24);
        List<Piece> methods = new ArrayList<>();
        List<String> body = new ArrayList<>();
        String skip = random.nextBoolean() && stages > 2 ? "IntFifo" : "";
        List<String> links = new ArrayList<>();
        for (int i = 0; i + 1 < stages; i++) {
            String type = reals && random.nextInt(3) == 0 ? "float" : random.nextBoolean() ? "int" : "long";
            links.add(type);
            body.add("@Depth(" + (1 + random.nextInt(4)) + ") " + fifo(type) + " f" + i + " = new " + fifo(type)
                    + "();\n");
        }
        if (!skip.isEmpty()) {
            body.add("@Depth(" + (count + 1) + ") IntFifo around = new IntFifo();\n");
        }
        for (int i = 0; i < stages; i++) {
            methods.add(stage(i, links, count, !skip.isEmpty() && i == 0, !skip.isEmpty() && i == stages - 1));
            body.add("stage" + i + "("
                    + String.join(", ", arguments(i, links, !skip.isEmpty() && (i == 0 || i == stages - 1))) + ");\n");
        }
        Piece stagesText = Piece.block(methods);
        return file(
                head,
                Piece.of(
                        Kind.STATEMENT,
                        "#@Kernel(\"generated\")\n@Dataflow\npublic static void run(@In @Shape(\"64\") int[] ints, "
                                + "@InOut @Shape(\"64\") long[] longs, " + scalars() + ") {\n" + String.join("", body)
                                + "}\n",
                        stagesText));
    }

    private static String fifo(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1) + "Fifo";
    }

    private static List<String> arguments(int stage, List<String> links, boolean around) {
        List<String> all = new ArrayList<>();
        if (stage == 0) {
            all.add("ints");
        }
        if (stage == links.size()) {
            all.add("longs");
        }
        if (stage > 0) {
            all.add("f" + (stage - 1));
        }
        if (stage < links.size()) {
            all.add("f" + stage);
        }
        if (around) {
            all.add("around");
        }
        all.add("x");
        all.add("n");
        return all;
    }

    private Piece stage(int stage, List<String> links, int count, boolean writesAround, boolean readsAround) {
        boolean first = stage == 0;
        boolean last = stage == links.size();
        List<String> parameters = new ArrayList<>();
        List<Memory> memories = new ArrayList<>();
        if (first) {
            parameters.add("int[] ints");
            memories.add(new Memory("ints", "int", 63, false));
        }
        if (last) {
            parameters.add("long[] longs");
            memories.add(new Memory("longs", "long", 63, true));
        }
        if (!first) {
            parameters.add(fifo(links.get(stage - 1)) + " in");
        }
        if (!last) {
            parameters.add(fifo(links.get(stage)) + " out");
        }
        if (writesAround || readsAround) {
            parameters.add("IntFifo around");
        }
        parameters.add("long x");
        parameters.add("int n");
        Scope outer = scope(memories, false);
        outer.variables().add(new Variable("x", "long", false));
        outer.variables().add(new Variable("n", "int", false));
        Piece before = statements.statements(random.nextInt(3), outer);
        boolean pipelined = random.nextBoolean();
        Scope loop = outer.inLoop(new Variable("k", "int", false), pipelined);
        Scope inside = new Scope(loop.variables(), loop.memories(), loop.helpers(), loop.pipelined(), false);
        StringBuilder reads = new StringBuilder();
        if (!first) {
            reads.append(links.get(stage - 1)).append(" got = in.read();\n");
            inside.variables().add(new Variable("got", links.get(stage - 1), true));
        }
        if (readsAround) {
            reads.append("int passed = around.read();\n");
            inside.variables().add(new Variable("passed", "int", true));
        }
        Piece work = statements.statementsInLoop(1 + random.nextInt(3), inside, count);
        List<Piece> parts = new ArrayList<>(List.of(before, work));
        StringBuilder writes = new StringBuilder();
        if (!last) {
            String link = links.get(stage);
            String operator = link.equals("float") ? "+" : "^";
            writes.append("out.write((" + link + ") (" + (first ? "ints[k & 63]" : "(" + link + ") got") + " "
                    + operator + " (#)));\n");
            parts.add(expressions.converted(link, inside));
        } else {
            writes.append("longs[k & 63] = (long) got + #;\n");
            parts.add(expressions.converted("long", inside));
        }
        if (writesAround) {
            writes.append("around.write(#);\n");
            parts.add(expressions.converted("int", inside));
        }
        String annotation = pipelined ? "@Pipeline(ii = " + (1 + random.nextInt(2)) + ") " : "";
        return Piece.of(
                Kind.STATEMENT,
                "static void stage" + stage + "(" + String.join(", ", parameters) + ") {\n#for (" + annotation
                        + "int k = 0; k < " + count + "; k++) {\n" + reads + "#" + writes + "}\n}\n",
                parts.toArray(Piece[]::new));
    }

    private static Piece file(Piece declarations, Piece kernel) {
        return Piece.of(
                Kind.STATEMENT,
                "import org.gatesmith.api.*;\n\npublic final class " + NAME + " {\n##}\n",
                declarations,
                kernel);
    }
}
