package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.gatesmith.api.Kernel;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.jspecify.annotations.Nullable;

/** A method annotated {@code @Kernel}, and the choice among several. */
record KernelCandidate(ExecutableElement method, TreePath path) {

    /** The name that the annotation gives the kernel. */
    String name() {
        return method.getAnnotation(Kernel.class).value();
    }

    Span span(JavaModel model) {
        return model.span(path.getCompilationUnit(), path.getLeaf());
    }

    /** Places of the parameters, in order. */
    List<Span> parameterSpans(JavaModel model) {
        return ((MethodTree) path.getLeaf())
                .getParameters().stream()
                        .map(parameter -> model.span(path.getCompilationUnit(), parameter))
                        .toList();
    }

    /**
     * The kernel to compile.
     *
     * @param kernel its name, or null when the sources hold only one
     */
    static KernelCandidate select(JavaModel model, @Nullable String kernel) throws DiagnosticException {
        List<KernelCandidate> all = candidates(model);
        if (all.isEmpty()) {
            throw failure(Diagnostic.of(
                    Rule.NO_KERNEL,
                    model.files().isEmpty()
                            ? Span.NONE
                            : Span.startOf(model.files().getFirst()),
                    "there is no method annotated @Kernel",
                    "annotate the kernel method: @Kernel(\"name\")"));
        }
        requireDistinctNames(all, model);
        if (kernel == null) {
            return onlyOne(all, model);
        }
        return all.stream()
                .filter(c -> c.name().equals(kernel))
                .findFirst()
                .orElseThrow(() -> failure(Diagnostic.of(
                        Rule.NO_KERNEL,
                        all.getFirst().span(model),
                        "there is no kernel named " + kernel,
                        "kernels here: " + names(all))));
    }

    private static List<KernelCandidate> candidates(JavaModel model) {
        List<KernelCandidate> found = new ArrayList<>();
        for (CompilationUnitTree unit : model.units()) {
            // Libraries may well hold kernels of their own.
            if (model.isGiven(unit)) {
                new TreePathScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                        Element element = model.trees().getElement(getCurrentPath());
                        if (element instanceof ExecutableElement executable
                                && executable.getAnnotation(Kernel.class) != null) {
                            found.add(new KernelCandidate(executable, getCurrentPath()));
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        }
        return found;
    }

    private static void requireDistinctNames(List<KernelCandidate> all, JavaModel model) throws DiagnosticException {
        for (int i = 1; i < all.size(); i++) {
            KernelCandidate second = all.get(i);
            for (KernelCandidate first : all.subList(0, i)) {
                if (first.name().equals(second.name())) {
                    throw failure(new Diagnostic(
                            Rule.DUPLICATE_NAME,
                            second.span(model),
                            "a second kernel is named " + second.name(),
                            "give each kernel a name of its own",
                            List.of(new Diagnostic.Related(first.span(model), "the first one"))));
                }
            }
        }
    }

    private static KernelCandidate onlyOne(List<KernelCandidate> all, JavaModel model) throws DiagnosticException {
        if (all.size() > 1) {
            throw failure(new Diagnostic(
                    Rule.SEVERAL_KERNELS,
                    all.get(1).span(model),
                    "the source holds " + all.size() + " kernels: " + names(all),
                    "name one after the file: File.java#" + all.getFirst().name(),
                    List.of(new Diagnostic.Related(all.getFirst().span(model), "the first one"))));
        }
        return all.getFirst();
    }

    private static String names(List<KernelCandidate> all) {
        return all.stream().map(KernelCandidate::name).collect(Collectors.joining(", "));
    }

    private static DiagnosticException failure(Diagnostic diagnostic) {
        return new DiagnosticException(diagnostic);
    }
}
