package org.gatesmith.hls.diag;

/** How bad a {@link Diagnostic} is. */
public enum Severity {
    /** The kernel cannot be compiled. */
    ERROR,
    /** The kernel compiles, but something deserves a look. */
    WARNING
}
