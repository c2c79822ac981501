package org.gatesmith.library.linalg;

/**
 * Reference model of {@link GemmFloat32}: one element after the other, in ascending k. Every operation is done in double and
 * rounded to float at once. The product of two floats is exact in double, and double has more than twice the digits of float
 * plus two, so that rounding the sum twice gives the same float as rounding it once (Figueroa, "When is double rounding
 * innocuous?", SIGNUM Newsletter 30(3), 1995).
 */
public final class GemmFloat32Reference {
    private GemmFloat32Reference() {}

    /** As {@link GemmFloat32#gemm}. */
    public static void gemm(float[] a, float[] b, float[] c, int m, int n, int k) {
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < m; row++) {
                double sum = c[row * n + column];
                for (int inner = 0; inner < k; inner++) {
                    double product = (float) ((double) a[row * k + inner] * b[inner * n + column]);
                    sum = (float) (sum + product);
                }
                c[row * n + column] = (float) sum;
            }
        }
    }
}
