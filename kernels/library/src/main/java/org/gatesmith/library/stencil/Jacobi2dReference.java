package org.gatesmith.library.stencil;

/**
 * Reference model of {@link Jacobi2d}: for every point the definition of the stencil, each operation in double and rounded once
 * to float. Double has more than twice the digits of float plus two, so rounding twice gives the same float as rounding once
 * (Figueroa, "When is double rounding innocuous?", SIGNUM Newsletter 30(3), 1995).
 */
public final class Jacobi2dReference {
    private static final int[][] NEIGHBOURS = {{0, -1}, {0, 1}, {1, 0}, {-1, 0}};

    private Jacobi2dReference() {}

    /** As {@link Jacobi2d#sweep}. */
    public static void sweep(float[] src, float[] dst, int h, int w) {
        for (int row = h; row >= 1; row--) {
            for (int column = w; column >= 1; column--) {
                float sum = src[row * (w + 2) + column];
                for (int[] step : NEIGHBOURS) {
                    sum = (float) ((double) sum + (double) src[(row + step[0]) * (w + 2) + column + step[1]]);
                }
                dst[(row - 1) * w + column - 1] = (float) ((double) 0.2f * (double) sum);
            }
        }
    }
}
