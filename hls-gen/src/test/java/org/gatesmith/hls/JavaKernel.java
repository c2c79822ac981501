package org.gatesmith.hls;

import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.FrontendResult;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;

/** A kernel given as text. */
public record JavaKernel(String className, String text) {

    /**
     * A class with one kernel.
     *
     * @param members the kernel and its helpers, without the class around them
     */
    public static JavaKernel of(String members) {
        return new JavaKernel(
                "Example", "import org.gatesmith.api.*;\n\npublic final class Example {\n" + members.indent(4) + "}\n");
    }

    /** Through the standard passes. */
    public CompiledKernel compile() {
        return compile(Schedule.EMPTY);
    }

    /** Through the standard passes, with what a schedule file says. */
    public CompiledKernel compile(Schedule schedule) {
        try {
            return KernelCompiler.compile(request(schedule));
        } catch (DiagnosticException e) {
            throw new AssertionError(e.getMessage() + "\n" + text, e);
        }
    }

    /** As the front end leaves it. */
    public FrontendResult accept() {
        try {
            return KernelCompiler.accept(request(Schedule.EMPTY));
        } catch (DiagnosticException e) {
            throw new AssertionError(e.getMessage() + "\n" + text, e);
        }
    }

    private CompileRequest request(Schedule schedule) {
        String file = className + ".java";
        KernelSource source = new KernelSource(List.of(new KernelSource.File(file, file, text)), List.of());
        return new CompileRequest(source, null, Map.of(), schedule, Pipeline.standard());
    }
}
