package org.gatesmith.host.rtl;

import org.gatesmith.board.Figures;

/** Numbers with their nouns. */
final class Counted {

    private Counted() {}

    /** {@code 1 cycle}, {@code 12 345 cycles}. */
    static String cycles(long number) {
        return of(number, "cycle");
    }

    static String of(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** With a space between thousands. */
    static String number(long number) {
        return Figures.grouped(number);
    }
}
