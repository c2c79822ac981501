package org.gatesmith.hls.pass;

import java.util.Set;
import org.gatesmith.hls.ir.Program;

/**
 * Makes branches straight: both sides are computed and a select chooses. In pipelined loops, and in the functions that these
 * call, this is done to every branch; what has an effect or may fault stays behind as a <em>guarded access</em>, a branch with
 * one load, store, read or write on its true side and, if it has a result, the constant 0 on the other. Elsewhere only branches
 * that have {@value Conversion#MAX_SPECULATED} cheap operations at most are converted: a longer one is better skipped.
 */
public final class IfConvert implements Pass {

    @Override
    public String id() {
        return "if-convert";
    }

    @Override
    public String summary() {
        return "Computes both sides of branches in pipelined loops, and of small ones, and selects; accesses stay guarded.";
    }

    @Override
    public Program run(Program program) {
        Set<String> cores = Cores.of(program);
        return program.mapFunctions(
                function -> new Conversion(program, function, cores.contains(function.name())).transform(function));
    }
}
