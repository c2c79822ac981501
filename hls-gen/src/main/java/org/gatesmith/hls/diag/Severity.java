package org.gatesmith.hls.diag;

import java.util.Locale;

/** How bad a {@link Diagnostic} is. */
public enum Severity {
    /** The kernel cannot be compiled. */
    ERROR,
    /** The kernel compiles, but something deserves a look. */
    WARNING;

    /** The word that messages use: {@code error} or {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
