package org.gatesmith.hls.cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.FrontendResult;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;

/** A kernel of the library, compiled from the source next door, as this module does not see the library's classes. */
public enum LibrarySource {
    GEMM_I8("linalg/GemmInt8"),
    GEMM_F32("linalg/GemmFloat32"),
    VECTOR_ADD("linalg/VectorAdd"),
    JACOBI_2D("stencil/Jacobi2d"),
    IMAGE_FILTER("vision/ImageFilter"),
    ATTENTION("attention/ReluLinearAttentionInt8"),
    POSIT_DOT("posit/PositDot");

    private static final Path ROOT = Path.of("..", "kernels", "library", "src", "main", "java");

    private final String file;

    LibrarySource(String file) {
        this.file = file;
    }

    /** Through the standard passes, with chosen constants. */
    public CompiledKernel compile(Map<String, Long> tunables) {
        try {
            return KernelCompiler.compile(request(tunables));
        } catch (DiagnosticException e) {
            throw new AssertionError(e);
        }
    }

    /** As the front end leaves it. */
    public FrontendResult accept(Map<String, Long> tunables) {
        try {
            return KernelCompiler.accept(request(tunables));
        } catch (DiagnosticException e) {
            throw new AssertionError(e);
        }
    }

    private CompileRequest request(Map<String, Long> tunables) {
        try {
            KernelSource source =
                    KernelSource.at(ROOT.resolve("org/gatesmith/library/" + file + ".java"), List.of(ROOT));
            return new CompileRequest(source, null, tunables, Schedule.EMPTY, Pipeline.standard());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
