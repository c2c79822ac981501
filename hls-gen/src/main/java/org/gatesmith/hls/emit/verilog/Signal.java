package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A vector of wires or registers of one module. */
final class Signal {

    /** Where the value comes from. */
    enum Kind {
        /** An input of the module. */
        INPUT,
        /** An output of the module, assigned once. */
        OUTPUT,
        /** A wire, assigned once. */
        WIRE,
        /** A wire that an instance drives. */
        PIN,
        /** A register. */
        REGISTER
    }

    private final String name;
    private final int width;
    private final Kind kind;
    private final @Nullable BigInteger reset;

    Signal(String name, int width, Kind kind, @Nullable BigInteger reset) {
        if (width < 1) {
            throw new IllegalArgumentException(name + " has no bits");
        }
        this.name = name;
        this.width = width;
        this.kind = kind;
        this.reset = reset;
    }

    String name() {
        return name;
    }

    int width() {
        return width;
    }

    Kind kind() {
        return kind;
    }

    /** What a register holds after reset; null if anything. */
    @Nullable
    BigInteger reset() {
        return reset;
    }

    /** All bits. */
    Term term() {
        return new Term.Part(this, 0, width);
    }

    @Override
    public String toString() {
        return name + "[" + width + "]";
    }
}
