import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Local arrays of several dimensions and every element type; zeroed where they are created. */
public final class MultiDimensionalArrays {
    @Kernel("multi_dimensional_arrays")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "4"}) long[] out, int n) {
        int[][][] cube = new int[2][3][4];
        for (int k = 0; k < n; k++) {
            byte[][] bytes = new byte[3][5];
            boolean[] flags = new boolean[8];
            char[][] chars = new char[2][2];
            long[] longs[] = new long[2][3];
            double[] reals = new double[4];
            bytes[a[k] & 1][(a[k] >>> 1) % 5] = (byte) a[k];
            flags[a[k] & 7] = true;
            flags[(a[k] >> 3) & 7] ^= true;
            chars[1][a[k] & 1] = (char) a[k];
            longs[a[k] & 1][2] -= a[k];
            reals[3] = a[k];
            reals[a[k] & 3] /= 3;
            cube[k & 1][k % 3][a[k] & 3] += a[k];
            long sum = 0;
            for (int i = 0; i < bytes.length; i++) {
                for (int j = 0; j < bytes[i].length; j++) {
                    sum = sum * 3 + bytes[i][j];
                }
            }
            out[4 * k] = sum;
            int mask = 0;
            for (int i = 0; i < flags.length; i++) {
                if (flags[i]) mask |= 1 << i;
            }
            out[4 * k + 1] = mask + chars[1][0] + chars[1][1] + chars[0][0];
            out[4 * k + 2] = longs[0][2] + 2 * longs[1][2] + (long) reals[3] + cube.length + cube[0].length + cube[0][0].length;
            long all = 0;
            for (int[][] plane : cube) for (int[] row : plane) for (int v : row) all = all * 7 + v;
            out[4 * k + 3] = all;
        }
    }
}
