package org.gatesmith.hls.interp;

import java.util.Random;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;

/** Random types: Java's own half of the time, else of any width up to 64. */
record RandomTypes(Random random) {

    IntType integer() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> IntType.I32;
            case 2 -> IntType.I64;
            case 3 -> random.nextBoolean() ? IntType.BOOL : IntType.U64;
            default -> new IntType(1 + random.nextInt(Long.SIZE), random.nextBoolean());
        };
    }

    FloatType real() {
        return random.nextBoolean() ? FloatType.F32 : FloatType.F64;
    }
}
