package org.gatesmith.hls.operators;

/**
 * How many DSP48E2 blocks a product takes. A block multiplies 27 × 18 bits, signed. A factor of up to 27 bits is one piece, against
 * pieces of 17 bits of the other; two wider ones are cut into 17 bits each, as Vivado does (a product of 32, 64 bits takes 4, 16 blocks).
 * Pieces that lie above the wanted result are left out.
 */
final class DspBlocks {

    private static final int WIDE = 27;
    private static final int NARROW = 18;
    private static final int PIECE = 17;

    private DspBlocks() {}

    /** For signed factors and the low bits of their product. */
    static long ofProduct(int first, int second, int result) {
        int wide = Math.min(Math.max(first, second), result);
        int narrow = Math.min(Math.min(first, second), result);
        if (wide <= WIDE && narrow <= NARROW) {
            return 1;
        }
        if (narrow <= WIDE) {
            // The narrow factor whole, or cut if the other one need not be.
            return Math.min(pieces(wide), wide <= WIDE ? pieces(narrow) : Integer.MAX_VALUE);
        }
        return squares(pieces(wide), pieces(narrow), result);
    }

    private static int pieces(int width) {
        return width <= NARROW ? 1 : Math.ceilDiv(width - 1, PIECE);
    }

    private static long squares(int rows, int columns, int result) {
        long blocks = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                blocks += (row + column) * PIECE < result ? 1 : 0;
            }
        }
        return blocks;
    }
}
