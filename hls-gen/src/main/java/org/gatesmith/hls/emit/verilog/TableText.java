package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Table;

/** The contents of a table as a Verilog constant. */
final class TableText {

    private TableText() {}

    /** All words side by side, the first one in the lowest bits. */
    static String of(Table table, int width) {
        List<Literal> words = table.elements().reversed();
        return words.stream().map(word -> word(word, width)).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String word(Literal literal, int width) {
        if (!(literal instanceof Literal.Int number)) {
            throw new IllegalArgumentException("a table holds floating-point numbers");
        }
        BigInteger bits = number.value().mod(BigInteger.ONE.shiftLeft(width));
        return width + "'h" + bits.toString(16);
    }
}
