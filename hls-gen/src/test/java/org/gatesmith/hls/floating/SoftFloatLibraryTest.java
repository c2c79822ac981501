package org.gatesmith.hls.floating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.CanonicalLoops;
import org.gatesmith.hls.pass.CommonSubexpressions;
import org.gatesmith.hls.pass.DeadCode;
import org.gatesmith.hls.pass.Fold;
import org.gatesmith.hls.pass.IfConvert;
import org.gatesmith.hls.pass.Inline;
import org.gatesmith.hls.pass.Narrow;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.pass.Unroll;
import org.junit.jupiter.api.Test;

/**
 * The functions that the pass {@code soft-float} adds to programs are what the compiler makes of {@link SoftFloat}. Run with
 * {@code -Dgolden.update=true} to compile them again.
 */
class SoftFloatLibraryTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String FOLDER = "org/gatesmith/hls/floating/";
    static final Path LIBRARY = Path.of("src/main/resources/org/gatesmith/hls/pass/soft-float.ir");

    /** The second narrowing knows the widths that the first one found. */
    private static final Pipeline PIPELINE = Pipeline.of(
            new Inline(),
            new CanonicalLoops(),
            new Fold(),
            new CommonSubexpressions(),
            new DeadCode(),
            new Unroll(),
            new IfConvert(),
            new Fold(),
            new CommonSubexpressions(),
            new DeadCode(),
            new Narrow(),
            new Fold(),
            new CommonSubexpressions(),
            new DeadCode(),
            new Narrow());

    private static final String HEAD =
            "// SoftFloat.java, compiled; SoftFloatLibraryTest compares, and writes this file with -Dgolden.update=true\n\n";

    @Test
    void theLibraryIsTheCompiledSource() throws IOException, DiagnosticException {
        String compiled = HEAD + IrPrinter.print(library());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(LIBRARY, compiled);
        } else {
            assertThat(Files.readString(LIBRARY))
                    .as("where passes or sources have changed, docs/soft-float.md says how to write the file again")
                    .isEqualTo(compiled);
        }
    }

    /** A kernel that calls every operator, through the standard passes; then the operators without it. */
    private static Program library() throws IOException, DiagnosticException {
        KernelSource source = new KernelSource(sources(), List.of());
        Program accepted =
                KernelCompiler.accept(CompileRequest.of(source, null)).program();
        Set<String> operators = new HashSet<>();
        accepted.top().body().ops().forEach(op -> {
            if (op instanceof Op.Call call) {
                operators.add(call.callee());
            }
        });
        Map<String, Function.Inlining> inlining =
                accepted.functions().stream().collect(Collectors.toMap(Function::name, Function::inlining));
        Program compiled = PIPELINE.run(accepted.mapFunctions(function ->
                operators.contains(function.name()) ? inlined(function, Function.Inlining.KEEP) : function));
        List<Function> functions = compiled.functions().stream()
                .skip(1)
                .map(function -> inlined(function, inlining.get(function.name())))
                .sorted(Comparator.comparing(Function::name))
                .toList();
        return new Program(compiled.tables(), functions);
    }

    private static List<KernelSource.File> sources() throws IOException {
        List<KernelSource.File> files = new ArrayList<>();
        files.add(new KernelSource.File("AllOperators.java", "AllOperators.java", kernel()));
        try (Stream<Path> found = Files.list(SOURCES.resolve(FOLDER))) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                files.add(new KernelSource.File(name, FOLDER + name, Files.readString(file)));
            }
        }
        return files;
    }

    private static Function inlined(Function function, Function.Inlining inlining) {
        return new Function(function.name(), function.body(), function.style(), inlining, function.span());
    }

    private static String kernel() {
        StringBuilder body = new StringBuilder();
        List<Method> methods = Arrays.stream(SoftFloat.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (int i = 0; i < methods.size(); i++) {
            Method method = methods.get(i);
            StringBuilder arguments = new StringBuilder();
            for (Class<?> type : method.getParameterTypes()) {
                arguments
                        .append(arguments.isEmpty() ? "" : ", ")
                        .append(type)
                        .append("In[i + ")
                        .append(arguments.length())
                        .append("]");
            }
            body.append(method.getReturnType() + "Out[" + i + "] = SoftFloat." + method.getName() + "(" + arguments
                    + ");\n");
        }
        return """
                import org.gatesmith.api.*;
                import org.gatesmith.hls.floating.SoftFloat;

                public final class AllOperators {
                    @Kernel("all")
                    public static void all(
                            @In @Shape("100") int[] intIn,
                            @In @Shape("100") long[] longIn,
                            @In @Shape("100") boolean[] booleanIn,
                            @Out @Shape("100") int[] intOut,
                            @Out @Shape("100") long[] longOut,
                            @Out @Shape("100") boolean[] booleanOut,
                            int i) {
                """ + body + "}\n}\n";
    }
}
