package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Severity;
import org.jspecify.annotations.Nullable;

/** Collects the diagnostics of one compilation; the same message at the same place counts once. */
final class Reporter {

    private final JavaModel model;
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    Reporter(JavaModel model) {
        this.model = model;
    }

    void report(Rule rule, CompilationUnitTree unit, Tree tree, String message, @Nullable String fix) {
        diagnostics.add(model.diagnostic(rule, unit, tree, message, fix));
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Reports and returns what the caller throws to leave the statement. */
    LoweringError error(Rule rule, CompilationUnitTree unit, Tree tree, String message, @Nullable String fix) {
        report(rule, unit, tree, message, fix);
        return new LoweringError();
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    void throwIfErrors() throws DiagnosticException {
        if (hasErrors()) {
            throw new DiagnosticException(List.copyOf(diagnostics));
        }
    }

    List<Diagnostic> warnings() {
        return new ArrayList<>(diagnostics);
    }
}
