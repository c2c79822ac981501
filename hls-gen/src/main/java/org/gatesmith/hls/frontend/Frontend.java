package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.gatesmith.api.Kernel;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;
import org.jspecify.annotations.Nullable;

/** Turns annotated Java source into a program of the intermediate representation. */
public final class Frontend {

    private Frontend() {}

    /**
     * Compiles one kernel.
     *
     * @throws DiagnosticException with everything that is wrong with the source
     */
    public static FrontendResult compile(KernelRequest request) throws DiagnosticException {
        List<SourceText> sources = request.source().files().stream()
                .map(file -> new SourceText(file.binaryPath(), file.displayName(), file.text()))
                .toList();
        List<SourceText> chosen = Tunables.chosen(sources, request.tunables());
        JavaModel model = JavaModel.attributed(chosen, request.source().sourceRoots());
        Reporter reporter = new Reporter(model);
        Candidate candidate = select(candidates(model, names(sources)), request.kernel());
        Map<String, Long> tunables = Tunables.check(JavaModel.owner(candidate.method), model, reporter);
        reporter.throwIfErrors();

        InMemoryClasses classes = InMemoryClasses.compile(JvmSources.of(model));
        Lowering lowering = new Lowering(model, reporter, classes);
        CompilationUnitTree unit = candidate.path.getCompilationUnit();
        MethodTree tree = (MethodTree) candidate.path.getLeaf();
        KernelSignature signature = new SignatureReader(lowering, unit, candidate.method, tree).read(candidate.name());
        reporter.throwIfErrors();
        Program program = lowering.lower(candidate.path, candidate.method, signature);
        reporter.throwIfErrors();
        new MemoryChecks(program, reporter).check(signature);
        reporter.throwIfErrors();
        return new FrontendResult(
                signature,
                program,
                method(signature, classes, model, candidate),
                new TreeMap<>(tunables),
                model.texts(),
                reporter.warnings());
    }

    private static KernelMethod method(
            KernelSignature signature, InMemoryClasses classes, JavaModel model, Candidate candidate)
            throws DiagnosticException {
        try {
            return KernelMethod.of(signature, classes);
        } catch (ExceptionInInitializerError e) {
            throw new DiagnosticException(Diagnostic.of(
                    Rule.CLASS_INITIALISER,
                    model.span(candidate.path.getCompilationUnit(), candidate.path.getLeaf()),
                    "class " + signature.className() + " fails while it is initialised: " + e.getCause(),
                    "run the class on the JVM to see the whole stack trace"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(List<SourceText> sources) {
        return sources.stream().map(SourceText::displayName).collect(Collectors.toSet());
    }

    /** A method annotated {@code @Kernel}. */
    private record Candidate(ExecutableElement method, TreePath path) {
        String name() {
            return SignatureReader.nameOf(method);
        }
    }

    private static List<Candidate> candidates(JavaModel model, Set<String> files) {
        List<Candidate> found = new ArrayList<>();
        for (CompilationUnitTree unit : model.units()) {
            if (files.contains(model.displayName(unit))) {
                new TreePathScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                        Element element = model.trees().getElement(getCurrentPath());
                        if (element instanceof ExecutableElement executable
                                && executable.getAnnotation(Kernel.class) != null) {
                            found.add(new Candidate(executable, getCurrentPath()));
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        }
        return found;
    }

    private static Candidate select(List<Candidate> candidates, @Nullable String kernel) throws DiagnosticException {
        String names = candidates.stream().map(Candidate::name).collect(Collectors.joining(", "));
        if (candidates.isEmpty()) {
            throw failure(
                    Rule.NO_KERNEL,
                    "there is no method annotated @Kernel",
                    "annotate the kernel method: @Kernel(\"name\")");
        }
        if (kernel == null) {
            if (candidates.size() > 1) {
                throw failure(
                        Rule.SEVERAL_KERNELS,
                        "the source holds " + candidates.size() + " kernels: " + names,
                        "name one after the file: File.java#"
                                + candidates.getFirst().name());
            }
            return candidates.getFirst();
        }
        List<Candidate> matching =
                candidates.stream().filter(c -> c.name().equals(kernel)).toList();
        if (matching.size() > 1) {
            throw failure(
                    Rule.DUPLICATE_NAME, "several kernels are named " + kernel, "give each kernel a name of its own");
        }
        if (matching.isEmpty()) {
            throw failure(Rule.NO_KERNEL, "there is no kernel named " + kernel, "kernels here: " + names);
        }
        return matching.getFirst();
    }

    private static DiagnosticException failure(Rule rule, String message, String fix) {
        return new DiagnosticException(Diagnostic.of(rule, Span.NONE, message, fix));
    }
}
