package org.gatesmith.hls.pass;

import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Program;

/** A transformation of a whole program that never changes what the program computes. */
public interface Pass {

    /** Stable name in pipelines and documentation, such as {@code dead-code}. */
    String id();

    /** What the pass does, in one sentence. */
    String summary();

    /** Rewrites a program. */
    Program run(Program program) throws DiagnosticException;
}
