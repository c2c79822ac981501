package org.gatesmith.hls.ir;

/** Type of a single number. */
public sealed interface ScalarType extends Type permits IntType, FloatType {

    /** Bits of a value. */
    int width();
}
