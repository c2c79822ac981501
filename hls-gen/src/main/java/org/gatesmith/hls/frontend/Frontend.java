package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;

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
        try {
            return DeepStack.call(() -> compile(
                    request,
                    JavaModel.attributed(
                            Tunables.chosen(sources, request), request.source().sourceRoots())));
        } catch (StackOverflowError _) {
            throw new DiagnosticException(Diagnostic.of(
                    Rule.NESTING,
                    sources.isEmpty()
                            ? Span.NONE
                            : Span.startOf(sources.getFirst().displayName()),
                    "the source is nested too deeply for the compiler",
                    "split the longest expression, or move inner loops and branches into methods"));
        }
    }

    private static FrontendResult compile(KernelRequest request, JavaModel model) throws DiagnosticException {
        Reporter reporter = new Reporter(model);
        KernelCandidate kernel = KernelCandidate.select(model, request.kernel());
        Map<String, Long> tunables = Tunables.check(JavaModel.owner(kernel.method()), model, reporter);
        DataflowForm.check(model, reporter);
        reporter.throwIfErrors();

        LoadedClasses classes = new LoadedClasses(model, request.fifoDepths(), reporter);
        Lowering lowering = new Lowering(model, reporter, classes);
        CompilationUnitTree unit = kernel.path().getCompilationUnit();
        MethodTree tree = (MethodTree) kernel.path().getLeaf();
        KernelSignature signature = new SignatureReader(lowering, unit, kernel.method(), tree).read(kernel.name());
        reporter.throwIfErrors();
        Program program = lower(lowering, kernel, signature, reporter);
        new MemoryChecks(program, reporter).check(signature, kernel.parameterSpans(model));
        reporter.throwIfErrors();
        new FaultWarnings(reporter).check(program);
        KernelMethod method = method(signature, classes, kernel, model, reporter);
        return new FrontendResult(
                signature, program, method, new TreeMap<>(tunables), model.texts(), reporter.warnings());
    }

    private static Program lower(
            Lowering lowering, KernelCandidate kernel, KernelSignature signature, Reporter reporter)
            throws DiagnosticException {
        try {
            Program program = lowering.lower(kernel.path(), kernel.method(), signature);
            reporter.throwIfErrors();
            return program;
        } catch (LoweringError e) {
            reporter.throwIfErrors();
            throw e;
        }
    }

    private static KernelMethod method(
            KernelSignature signature,
            LoadedClasses classes,
            KernelCandidate kernel,
            JavaModel model,
            Reporter reporter)
            throws DiagnosticException {
        try {
            return KernelMethod.of(signature, classes.initialised(signature.className()));
        } catch (ClassLoadingFailure e) {
            reporter.report(Diagnostic.of(
                    Rule.CLASS_INITIALISER,
                    kernel.span(model),
                    e.reason(),
                    "run the class on the JVM to see the whole stack trace"));
        } catch (LoweringError _) {
            // The JVM's form of the kernel does not compile, which has been reported.
        }
        throw reporter.failure();
    }
}
