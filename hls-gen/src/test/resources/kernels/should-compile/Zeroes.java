import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Shape;

/** Arrays are zero where they are created, in every iteration anew; sizes of zero do nothing. */
public final class Zeroes {
    private static int count(int[] fresh) {
        int zeros = 0;
        for (int v : fresh) if (v == 0) zeros++;
        fresh[0] = 1;
        return zeros;
    }

    @Kernel("zeroes")
    public static void run(@In @Shape({"m", "n"}) int[] a, @InOut @Shape({"m"}) int[] out, int m, int n) {
        for (int i = 0; i < m; i++) {
            int[] fresh = new int[4];
            int zeros = count(fresh);
            for (int j = 0; j < n; j++) {
                float[] inner = new float[3];
                inner[j % 3] += a[i * n + j];
                fresh[j & 3] += (int) (inner[0] + inner[1] * 2 + inner[2] * 3);
                zeros += inner[(j + 1) % 3] == 0 ? 1 : 0;
            }
            out[i] = zeros * 1000 + fresh[0] + count(fresh);
        }
    }
}
