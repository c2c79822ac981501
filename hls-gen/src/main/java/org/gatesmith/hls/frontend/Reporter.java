package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Severity;
import org.gatesmith.hls.diag.Span;
import org.jspecify.annotations.Nullable;

/** Collects the diagnostics of one compilation; the same message at the same place counts once. */
final class Reporter {

    private final JavaModel model;
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    Reporter(JavaModel model) {
        this.model = model;
    }

    void report(Rule rule, CompilationUnitTree unit, Tree tree, String message, @Nullable String fix) {
        diagnostics.add(Diagnostic.of(rule, model.span(unit, tree), message, fix));
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Reports and returns what the caller throws to leave the statement. */
    LoweringError error(Rule rule, CompilationUnitTree unit, Tree tree, String message, @Nullable String fix) {
        report(rule, unit, tree, message, fix);
        return new LoweringError();
    }

    /**
     * Leaves a statement because of an earlier error. Were there none after all, a part of the kernel would vanish without a
     * word, so that becomes an error of its own.
     */
    LoweringError followUp(CompilationUnitTree unit, Tree tree) {
        if (!hasErrors()) {
            report(Rule.UNSUPPORTED_EXPRESSION, unit, tree, "this has no hardware equivalent", null);
        }
        return new LoweringError();
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    void throwIfErrors() throws DiagnosticException {
        if (hasErrors()) {
            throw failure();
        }
    }

    /** Everything that was reported, errors among it. */
    DiagnosticException failure() {
        return new DiagnosticException(inOrder());
    }

    /** What was reported, in the order of the sources. Call when there are no errors. */
    List<Diagnostic> warnings() {
        return inOrder();
    }

    private List<Diagnostic> inOrder() {
        List<String> files = model.files();
        return diagnostics.stream()
                .sorted(Comparator.comparingInt((Diagnostic d) -> rank(files, d.span()))
                        .thenComparingInt(d -> d.span().startLine())
                        .thenComparingInt(d -> d.span().startColumn()))
                .toList();
    }

    private static int rank(List<String> files, Span span) {
        int index = files.indexOf(span.file());
        return index < 0 ? files.size() : index;
    }
}
