package org.gatesmith.board;

import org.jspecify.annotations.Nullable;

/**
 * One bank that a kernel port can be connected to.
 *
 * @param name as {@code v++} takes it behind {@code sp=}: {@code HBM[0]}, {@code DDR[1]}, {@code HP0}
 * @param slr the super logic region it is attached to, null if not known
 */
public record Bank(String name, @Nullable String slr) {}
