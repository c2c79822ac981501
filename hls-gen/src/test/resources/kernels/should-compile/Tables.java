import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Static arrays of every type become tables, whatever computed them. */
public final class Tables {
    private static final int[] SQUARES = new int[16];
    private static final long[][] POWERS = new long[3][5];
    private static final float[] SINES = new float[8];
    private static final double[] ROOTS = {1, Math.sqrt(2), Math.sqrt(3), 2};
    private static final boolean[] PRIME = new boolean[16];
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();
    private static final byte[][][] CUBE = {{{1, -2}, {3, -4}}, {{5, -6}, {7, -8}}};
    private static final short[] SHORTS = Lists.reversed();
    static final Integer[] BOXED = {3, 1, 2};

    static {
        for (int i = 0; i < 16; i++) SQUARES[i] = i * i - 100;
        for (int i = 0; i < 15; i++) POWERS[i / 5][i % 5] = (long) Math.pow(i / 5 + 2, 7 * (i % 5));
        for (int i = 0; i < 8; i++) SINES[i] = (float) Math.sin(i);
        SINES[7] = Float.NaN;
        SINES[6] = -0.0f;
        SINES[5] = Float.NEGATIVE_INFINITY;
        for (int p = 2; p < 16; p++) {
            PRIME[p] = true;
            for (int q = 2; q < p; q++) if (p % q == 0) PRIME[p] = false;
        }
    }

    /** Another class whose initialiser runs first. */
    static final class Lists {
        static short[] reversed() {
            java.util.List<Short> list = new java.util.ArrayList<>(java.util.List.of((short) 1, (short) -2, (short) 3));
            java.util.Collections.reverse(list);
            short[] result = new short[3];
            for (int i = 0; i < 3; i++) result[i] = list.get(i);
            return result;
        }
    }

    private static int lookUp(int[] table, int i) {
        return table[i & table.length - 1];
    }

    @Kernel("tables")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "5"}) long[] out, @Out @Shape({"n", "2"}) double[] real, int n) {
        for (int k = 0; k < n; k++) {
            int i = a[k] & 15;
            out[5 * k] = SQUARES[i] + lookUp(SQUARES, a[k] >> 4);
            out[5 * k + 1] = POWERS[i % 3][i % 5];
            out[5 * k + 2] = PRIME[i] ? DIGITS[i] : -DIGITS[15 - i];
            out[5 * k + 3] = CUBE[i & 1][i >> 1 & 1][i >> 2 & 1] + SHORTS[i % 3] + BOXED[i % 3];
            real[2 * k] = SINES[i & 7];
            real[2 * k + 1] = ROOTS[i & 3];
            long[] row = POWERS[i % 3];
            long sum = 0;
            for (long p : row) sum += p;
            out[5 * k + 4] = sum + PRIME.length + CUBE[0].length;
        }
    }
}
