import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Rows of arrays under names of their own and as arguments of helpers. */
public final class RowsAndAliases {
    private static int dot(int[] x, int[] y) {
        int sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    private static void scale(int[] row, int by) {
        for (int i = 0; i < row.length; i++) row[i] *= by;
    }

    private static void transpose(int[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                int t = m[i][j];
                m[i][j] = m[j][i];
                m[j][i] = t;
            }
        }
    }

    private static int corner(int[][][] cube, int at) {
        int[][] plane = cube[at];
        transpose(plane);
        return plane[0][2] - cube[at][2][0];
    }

    @Kernel("rows_and_aliases")
    public static void run(@In @Shape({"n", "9"}) byte[] a, @Out @Shape({"n", "4"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            int[][] m = new int[3][3];
            int[][] same = m;
            int at = 0;
            for (int[] row : same) {
                for (int j = 0; j < 3; j++) row[j] = a[9 * k + at++];
            }
            int which = a[9 * k] & 1;
            int[] chosen = m[which];
            which = 2;
            scale(chosen, 3);
            scale(m[which], 2);
            out[4 * k] = dot(m[0], m[1]);
            out[4 * k + 1] = dot(chosen, chosen);
            transpose(m);
            out[4 * k + 2] = dot(same[0], m[2]);
            int[][][] cube = new int[2][3][3];
            cube[1][2][0] = a[9 * k + 5];
            cube[1][0][2] = 7;
            out[4 * k + 3] = corner(cube, 1) + corner(cube, a[9 * k] & 1);
        }
    }
}
