package org.gatesmith.library.linalg;

/**
 * Reference model of {@link VectorAdd}: adds in double and rounds once to float. Double has more than twice the digits of
 * float plus two, so rounding twice gives the same float as rounding once (Figueroa, "When is double rounding innocuous?",
 * SIGNUM Newsletter 30(3), 1995).
 */
public final class VectorAddReference {
    private VectorAddReference() {}

    /** As {@link VectorAdd#add}. */
    public static void add(float[] a, float[] b, float[] c, int n) {
        for (int i = n - 1; i >= 0; i--) {
            double sum = (double) a[i] + (double) b[i];
            c[i] = (float) sum;
        }
    }
}
