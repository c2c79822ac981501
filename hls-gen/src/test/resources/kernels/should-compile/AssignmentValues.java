import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Assignments as expressions have the value that the variable holds afterwards, narrowed. */
public final class AssignmentValues {
    @Kernel("assignment_values")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "6"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            byte b;
            int i = b = (byte) a[k];
            out[6 * k] = i + (b += 100);
            char c;
            long l = (c = (char) a[k]) + (i = c);
            out[6 * k + 1] = l;
            int[] v = new int[2];
            short[] w = new short[2];
            v[0] = w[1] = (short) a[k];
            out[6 * k + 2] = v[0] + (w[0] += 70000) + w[0];
            out[6 * k + 3] = (v[1] -= 3) * (w[1]++) + w[1];
            int x, y, z;
            x = y = z = a[k];
            if ((x = y >> 1) > 3 && (z = x) != 0) y = 0;
            out[6 * k + 4] = x + 3L * y + 5L * z;
            float f;
            double d = f = a[k];
            out[6 * k + 5] = (long) d + (i = (int) (f += 0.5)) + (long) (d /= 3);
        }
    }
}
