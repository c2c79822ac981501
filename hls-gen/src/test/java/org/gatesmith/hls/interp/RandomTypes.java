package org.gatesmith.hls.interp;

import java.util.Random;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.ScalarType;

/**
 * Random types: Java's own half of the time, else of any width up to 64.
 *
 * @param floats whether there are floating-point numbers
 */
record RandomTypes(Random random, boolean floats) {

    IntType integer() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> IntType.I32;
            case 2 -> IntType.I64;
            case 3 -> random.nextBoolean() ? IntType.BOOL : IntType.U64;
            default -> new IntType(1 + random.nextInt(Long.SIZE), random.nextBoolean());
        };
    }

    /** A floating-point type once in {@code rarity} times, if there are such types. */
    ScalarType number(int rarity) {
        return random.nextInt(rarity) == 0 && floats ? real() : integer();
    }

    FloatType real() {
        return random.nextBoolean() ? FloatType.F32 : FloatType.F64;
    }
}
