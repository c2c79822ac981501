package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.range.Ranges;
import org.jspecify.annotations.Nullable;

/** The ranges of a program, found out when somebody asks for the first time: many programs give a pass no reason to. */
final class KnownRanges {

    private final Program program;
    private @Nullable Ranges ranges;

    KnownRanges(Program program) {
        this.program = program;
    }

    Ranges get() {
        Ranges known = ranges;
        if (known == null) {
            known = Ranges.of(program);
            ranges = known;
        }
        return known;
    }
}
