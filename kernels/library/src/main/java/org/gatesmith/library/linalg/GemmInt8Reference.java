package org.gatesmith.library.linalg;

/** Reference model of {@link GemmInt8}: one exact 64-bit sum per element, narrowed to 32 bits at the end. */
public final class GemmInt8Reference {
    private GemmInt8Reference() {}

    /** As {@link GemmInt8#gemm}. */
    public static void gemm(byte[] a, byte[] b, int[] c, int m, int n, int k) {
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < m; row++) {
                // At most 2^31 terms of at most 2^14: no 64-bit overflow.
                long sum = c[row * n + column];
                for (int inner = k - 1; inner >= 0; inner--) {
                    sum += (long) a[row * k + inner] * b[inner * n + column];
                }
                c[row * n + column] = (int) sum;
            }
        }
    }
}
