package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.range.Ranges;

/**
 * Gives integers the narrowest type that holds every value they can have. The kernel's own parameters keep their Java types,
 * because callers see them, and so do the counters of for loops, because HLS infers bursts from counters of type {@code int}.
 */
public final class Narrow implements Pass {

    @Override
    public String id() {
        return "narrow";
    }

    @Override
    public String summary() {
        return "Gives every integer, array and FIFO the narrowest type that holds all its values.";
    }

    @Override
    public Program run(Program program) {
        return new Narrowing(program, NarrowTypes.of(program, Ranges.of(program))).run();
    }
}
