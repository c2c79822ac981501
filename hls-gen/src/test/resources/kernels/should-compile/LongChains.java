import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Long chains of else-ifs, guards, operators and cases. */
public final class LongChains {
    private static int guards(int x) {
        if (x < -100) return 0;
        if (x < -90) return 1;
        if (x < -80) return 2;
        if (x < -70) return 3;
        if (x < -60) return 4;
        if (x < -50) return 5;
        if (x < -40) return 6;
        if (x < -30) return 7;
        if (x < -20) return 8;
        if (x < -10) return 9;
        if (x < 0) return 10;
        if (x == 0) return 11;
        if (x < 10) return 12;
        if (x < 20) return 13;
        if (x < 30) return 14;
        return 15;
    }

    private static int chain(int x) {
        if (x == 0) return 5;
        else if (x == 1) x = 7;
        else if (x == 2) x += 9;
        else if (x == 3) return -1;
        else if (x < 20) x *= 2;
        else if (x < 40) x /= 3;
        else x = x > 100 ? 1 : x > 90 ? 2 : x > 80 ? 3 : x > 70 ? 4 : x > 60 ? 5 : x > 50 ? 6 : 7;
        return x;
    }

    private static int decode(int opcode, int x) {
        return switch (opcode) {
            case 0 -> x;
            case 1 -> x + 1;
            case 2 -> x - 1;
            case 3 -> -x;
            case 4 -> ~x;
            case 5 -> x << 1;
            case 6 -> x >> 1;
            case 7 -> x >>> 1;
            case 8 -> x * x;
            case 9 -> x / 3;
            case 10 -> x % 3;
            case 11 -> x & 15;
            case 12 -> x | 15;
            case 13 -> x ^ 15;
            case 14 -> Math.abs(x);
            case 15 -> Integer.bitCount(x);
            default -> 0;
        };
    }

    @Kernel("long_chains")
    public static void run(@In @Shape("n") byte[] a, @Out @Shape({"n", "3"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[3 * k] = guards(a[k]);
            out[3 * k + 1] = chain(a[k]) + chain(k);
            int x = a[k];
            for (int i = 0; i < 24; i++) x = decode((a[k] + i) & 31, x);
            out[3 * k + 2] = x + a[k] * 1 - a[k] * 2 + a[k] * 3 - a[k] * 4 + a[k] * 5 - a[k] * 6 + a[k] * 7 - a[k] * 8;
        }
    }
}
