import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Overloaded helpers, chosen by javac; varied argument conversions. */
public final class Overloads {
    private static int f(byte x) {
        return 1 + x;
    }

    private static int f(int x) {
        return 2 * x;
    }

    private static int f(long x) {
        return (int) (x >> 1);
    }

    private static int f(double x) {
        return (int) x - 7;
    }

    private static int f(int[] x) {
        return x[0];
    }

    private static int f(int x, int y) {
        return x - y;
    }

    private static double widen(double d, long l, int i) {
        return d + l + i;
    }

    @Kernel("overloads")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "3"}) long[] out, int n) {
        for (int k = 0; k < n; k++) {
            int[] array = {a[k], 1};
            out[3 * k] = f((byte) a[k]) + f((short) a[k]) + f('x') + f(a[k]);
            out[3 * k + 1] = f((long) a[k]) + f(a[k] / 3.0f) + f(array) + f(a[k], k);
            out[3 * k + 2] = (long) widen(a[k], (byte) a[k], 'c') + (long) widen('a', a[k], (short) k);
        }
    }
}
