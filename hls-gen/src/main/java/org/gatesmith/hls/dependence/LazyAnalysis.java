package org.gatesmith.hls.dependence;

import org.gatesmith.hls.ir.Program;
import org.jspecify.annotations.Nullable;

/** What is known of a program's indices, found out when somebody asks for the first time: it takes long for a large program. */
public final class LazyAnalysis {

    private final Program program;
    private @Nullable MemoryAnalysis analysis;

    public LazyAnalysis(Program program) {
        this.program = program;
    }

    public MemoryAnalysis get() {
        MemoryAnalysis known = analysis;
        if (known == null) {
            known = MemoryAnalysis.of(program);
            analysis = known;
        }
        return known;
    }
}
