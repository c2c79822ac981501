package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;

/**
 * A memory in hardware has no zeros of its own when an array's life begins anew: loops write them, one element per bank in a cycle.
 * Those of an array that processes share stand in the first process that has it.
 */
public final class ZeroArrays implements Pass {

    @Override
    public String id() {
        return "zero-arrays";
    }

    @Override
    public String summary() {
        return "Writes the zeros that Java puts into a new array, in loops.";
    }

    @Override
    public Program run(Program program) {
        return new ZeroedProgram(program).build();
    }
}
