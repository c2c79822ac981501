package org.gatesmith.hls.frontend;

import com.sun.source.tree.MethodTree;
import java.lang.annotation.Annotation;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.NoInline;
import org.gatesmith.api.Tolerance;
import org.gatesmith.hls.diag.Rule;

/** Reports annotations on methods that have no effect there. */
final class MethodAnnotations {

    private final MethodContext context;

    MethodAnnotations(MethodContext context) {
        this.context = context;
    }

    /** Checks a method that the kernel calls; it may be a kernel in its own right. */
    void checkCalled(MethodTree method) {
        if (context.method.getAnnotation(Kernel.class) == null) {
            reject(
                    Tolerance.class,
                    method,
                    "is no kernel; a tolerance is about the results of a whole kernel",
                    "put it on the kernel");
        }
    }

    /** Checks the kernel itself. */
    void checkKernel(MethodTree method) {
        reject(
                NoInline.class,
                method,
                "is the kernel, which is a hardware function of its own anyway",
                "remove it, or put it on a method that the kernel calls");
    }

    private void reject(Class<? extends Annotation> annotation, MethodTree method, String why, String fix) {
        if (context.method.getAnnotation(annotation) != null) {
            context.program
                    .reporter()
                    .report(
                            Rule.MISPLACED_ANNOTATION,
                            context.unit,
                            method,
                            "@" + annotation.getSimpleName() + " has no effect on '" + method.getName() + "', which "
                                    + why,
                            fix);
        }
    }
}
