package org.gatesmith.hls.scheduler;

import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.ir.Program;
import org.jspecify.annotations.Nullable;

/** What is known of a program's indices, found out when somebody asks for the first time: it takes long for a large program. */
final class LazyAnalysis {

    private final Program program;
    private @Nullable MemoryAnalysis analysis;

    LazyAnalysis(Program program) {
        this.program = program;
    }

    MemoryAnalysis get() {
        MemoryAnalysis known = analysis;
        if (known == null) {
            known = MemoryAnalysis.of(program);
            analysis = known;
        }
        return known;
    }
}
