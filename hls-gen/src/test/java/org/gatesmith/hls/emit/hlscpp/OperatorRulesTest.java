package org.gatesmith.hls.emit.hlscpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.CppCompiler;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every integer operator, written in C++ and compiled, computes what the IR says. */
class OperatorRulesTest {

    private static final int CASES = Integer.getInteger("gatesmith.operator.cases", 600);
    private static final long SEED = Long.getLong("gatesmith.operator.seed", 1);
    private static final int SAMPLES = 8;
    private static final int VARIABLES = 3;

    /** A tree with values of its variables and the results they give. */
    private record Case(
            OperatorTree tree, List<IntType> types, List<Map<String, BigInteger>> samples, List<BigInteger> results) {}

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void compiledExpressionsEqualExactArithmetic(@TempDir Path folder) {
        Random random = new Random(SEED);
        List<Case> cases = new ArrayList<>();
        while (cases.size() < CASES) {
            List<IntType> types = Stream.generate(() -> OperatorTree.Generator.type(random))
                    .limit(VARIABLES)
                    .toList();
            OperatorTree tree = new OperatorTree.Generator(random, types).tree(1 + random.nextInt(3));
            Case sampled = sample(tree, types, random);
            if (sampled != null) {
                cases.add(sampled);
            }
        }
        CppCompiler compiler = CppCompiler.forRandomCode(folder);
        compiler.write("java_semantics.h", SupportHeader.text());
        compiler.write("cases.cpp", program(cases));
        assertThat(compiler.run(List.of("cases.cpp"))).isEqualTo(CASES + " cases\n");
    }

    /** Values for which every operator of the tree is defined; null if they are hard to find. */
    private static Case sample(OperatorTree tree, List<IntType> types, Random random) {
        List<Map<String, BigInteger>> samples = new ArrayList<>();
        List<BigInteger> results = new ArrayList<>();
        for (int attempt = 0; attempt < 4 * SAMPLES && samples.size() < SAMPLES; attempt++) {
            Map<String, BigInteger> sample = new HashMap<>();
            for (int i = 0; i < types.size(); i++) {
                sample.put("v" + i, OperatorTree.Generator.value(random, types.get(i)));
            }
            Optional<BigInteger> result = value(tree, sample);
            if (result.isPresent()) {
                results.add(result.get());
                samples.add(sample);
            }
        }
        return samples.size() < SAMPLES ? null : new Case(tree, types, samples, results);
    }

    private static Optional<BigInteger> value(OperatorTree tree, Map<String, BigInteger> sample) {
        try {
            return Optional.of(tree.value(sample));
        } catch (ArithmeticException undefined) {
            return Optional.empty();
        }
    }

    private static String program(List<Case> cases) {
        StringBuilder text = new StringBuilder("""
                #include <climits>
                #include <cstdint>
                #include <cstdio>
                #include "ap_int.h"
                #include "java_semantics.h"

                """);
        for (int i = 0; i < cases.size(); i++) {
            text.append(function(i, cases.get(i)));
        }
        text.append("int main() {\n    std::setbuf(stdout, nullptr);\n    int wrong = 0;\n");
        for (int i = 0; i < cases.size(); i++) {
            text.append("    wrong += case_").append(i).append("();\n");
        }
        text.append("    std::printf(\"").append(cases.size()).append(" cases\\n\");\n    return wrong != 0;\n}\n");
        return text.toString();
    }

    private static String function(int number, Case one) {
        IntType type = one.tree().type();
        String value = new HlsDialect().assigned(one.tree().written(), HlsTypes.of(type), type);
        StringBuilder text = new StringBuilder("static int case_" + number + "() {\n");
        for (int i = 0; i < VARIABLES; i++) {
            String name = "v" + i;
            text.append(array(
                    name + "_",
                    one.types().get(i),
                    one.samples().stream().map(s -> s.get(name)).toList()));
        }
        text.append(array("expected", type, one.results()));
        text.append("    for (int i = 0; i < " + SAMPLES + "; i++) {\n");
        for (int i = 0; i < VARIABLES; i++) {
            text.append("        const " + name(one.types().get(i)) + " v" + i + " = v" + i + "_[i];\n        (void)v"
                    + i + ";\n");
        }
        text.append("        const " + name(type) + " result = " + value + ";\n");
        text.append("        if (!(result == expected[i])) {\n");
        text.append("            std::printf(\"case %d sample %d: "
                + (type + " " + one.tree() + " as " + value).replace("%", "%%").replace("\"", "'") + "\\n\", " + number
                + ", i);\n            return 1;\n        }\n");
        return text + "    }\n    return 0;\n}\n\n";
    }

    private static String array(String name, IntType type, List<BigInteger> values) {
        return "    static const " + name(type) + " " + name + "[] = {"
                + values.stream()
                        .map(value ->
                                HlsLiterals.of(new Literal.Int(value), type).text())
                        .collect(Collectors.joining(", "))
                + "};\n";
    }

    private static String name(IntType type) {
        return HlsTypes.name(HlsTypes.of(type));
    }
}
