package org.gatesmith.hls.emit;

import org.gatesmith.hls.ir.ScalarType;
import org.jspecify.annotations.Nullable;

/** A variable of the C program, compared by identity; it holds one value of the program or several, one after another. */
final class Variable {

    private final @Nullable String wantedName;
    private final ScalarType meaning;
    private final CType type;
    private final boolean constant;

    /**
     * A variable.
     *
     * @param wantedName the Java name, or null
     * @param constant whether its declaration is the only place that sets it
     */
    Variable(@Nullable String wantedName, ScalarType meaning, CType type, boolean constant) {
        this.wantedName = wantedName;
        this.meaning = meaning;
        this.type = type;
        this.constant = constant;
    }

    @Nullable
    String wantedName() {
        return wantedName;
    }

    ScalarType meaning() {
        return meaning;
    }

    CType type() {
        return type;
    }

    boolean isConstant() {
        return constant;
    }
}
