package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.gatesmith.api.Kernel;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.ValueRange;
import org.jspecify.annotations.Nullable;

/** Reports annotations of variables that stand at the wrong place, have impossible values, or do not fit the type. */
final class VariableChecks {

    private static final String API = Kernel.class.getPackageName() + ".";

    private final Reporter reporter;
    private final CompilationUnitTree unit;
    private final JavaTypes types;

    VariableChecks(Reporter reporter, CompilationUnitTree unit, JavaTypes types) {
        this.reporter = reporter;
        this.unit = unit;
        this.types = types;
    }

    /** Checks the declaration {@code tree} of a variable; whether it has no fault. */
    boolean check(VariableElement variable, Tree tree, VariableRole role) {
        boolean isPlaced = true;
        for (AnnotationMirror annotation : variable.getAnnotationMirrors()) {
            Optional<String> name = apiName(annotation);
            if (name.isPresent() && !role.permits(name.get())) {
                report(
                        Rule.MISPLACED_ANNOTATION,
                        tree,
                        "@" + name.get() + " has no effect on '" + variable.getSimpleName() + "', which is "
                                + role.words(),
                        VariableRole.placeOf(name.get()));
                isPlaced = false;
            }
        }
        Optional<String> fault = LocalAnnotations.fault(variable);
        fault.ifPresent(message -> report(Rule.ANNOTATION_VALUE, tree, message, null));
        return isPlaced && fault.isEmpty() && checkContract(variable, tree);
    }

    /** Simple name of an annotation of the kernel API that stands on a variable; repeated ones count as one. */
    private static Optional<String> apiName(AnnotationMirror annotation) {
        String name = ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
        return name.startsWith(API) ? Optional.of(name.substring(API.length()).replace(".List", "")) : Optional.empty();
    }

    private boolean checkContract(VariableElement variable, Tree tree) {
        Optional<ValueRange> contract = LocalAnnotations.contract(variable);
        if (contract.isEmpty()) {
            return true;
        }
        Optional<JavaType> type = types.scalar(types.innermost(variable.asType()));
        boolean fits = type.isPresent() && LocalAnnotations.fits(contract.get(), type.get());
        if (!fits) {
            report(
                    Rule.CONTRACT_TYPE,
                    tree,
                    "the contract " + contract.get() + " on '" + variable.getSimpleName() + "' does not fit type "
                            + types.innermost(variable.asType()),
                    "use a wider integer type or a narrower contract");
        }
        return fits;
    }

    private void report(Rule rule, Tree at, String message, @Nullable String fix) {
        reporter.report(rule, unit, at, message, fix);
    }
}
