import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** One small method per construct that TornadoVM 4.0.1 compiles wrongly or not at all, and arithmetic at the edges of the types. */
public final class Constructs {

    static final int INTS = 18;
    static final int LONGS = 18;
    static final int FLOWS = 12;
    static final int REALS = 16;

    private static final int[] TABLE = {3, -1, 4, 1, -5, 9, 2, -6};

    private Constructs() {}

    @Kernel("tornado_ints")
    public static void ints(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape("n * 18") int[] out, int n) {
        for (int i = 0; i < n; i++) {
            int x = a[i];
            int y = b[i];
            int to = i * INTS;
            out[to] = x >>> 3;
            out[to + 1] = x >>> y;
            out[to + 2] = x / 8;
            out[to + 3] = x % 16;
            out[to + 4] = x / (y | 1);
            out[to + 5] = x % (y | 1);
            out[to + 6] = Integer.rotateLeft(x, y);
            out[to + 7] = Integer.rotateRight(x, 7);
            out[to + 8] = Integer.compareUnsigned(x, y);
            out[to + 9] = Integer.divideUnsigned(x, y | 1);
            out[to + 10] = Integer.remainderUnsigned(x, y | 1);
            out[to + 11] = Math.abs(x);
            out[to + 12] = Integer.numberOfLeadingZeros(x);
            out[to + 13] = Integer.numberOfTrailingZeros(x);
            out[to + 14] = Integer.reverse(x);
            out[to + 15] = Math.floorMod(x, y | 1);
            out[to + 16] = (x * y + (x ^ y)) << y;
            out[to + 17] = (byte) x + (short) y + (char) x;
        }
    }

    @Kernel("tornado_longs")
    public static void longs(
            @In @Shape("n") long[] a, @In @Shape("n") long[] b, @Out @Shape("n * 18") long[] out, int n) {
        for (int i = 0; i < n; i++) {
            long x = a[i];
            long y = b[i];
            int low = (int) x & 0xff;
            int to = i * LONGS;
            out[to] = x >>> 5;
            out[to + 1] = x >>> y;
            out[to + 2] = x >> y;
            out[to + 3] = x / 1024;
            out[to + 4] = x % 4096;
            out[to + 5] = x / (y | 1);
            out[to + 6] = x % (y | 1);
            out[to + 7] = Long.divideUnsigned(x, y | 1);
            out[to + 8] = Long.remainderUnsigned(x, y | 1);
            out[to + 9] = Long.compareUnsigned(x, y);
            out[to + 10] = Math.abs(x);
            out[to + 11] = Long.numberOfLeadingZeros(x) + Long.numberOfTrailingZeros(y);
            out[to + 12] = Long.reverse(x);
            out[to + 13] = Math.multiplyHigh(x, y);
            out[to + 14] = ((long) low - 100L) >> 1;
            out[to + 15] = ((long) low - 100L) / 7L;
            out[to + 16] = (long) low - 100L < 0L ? x : y;
            out[to + 17] = Math.max((long) low - 100L, Long.rotateLeft(x, 9) >> 60);
        }
    }

    @Kernel("tornado_flow")
    public static void flow(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape("n * 12") int[] out, int n) {
        for (int i = 0; i < n; i++) {
            int x = a[i];
            int y = b[i];
            int to = i * FLOWS;
            out[to] = 7;
            if (x > 0 && y != 0 && x / y > 2) {
                out[to] = x;
            }
            out[to + 1] = brokenOff(x);
            out[to + 2] = returned(x, y);
            out[to + 3] = unset(x);
            out[to + 4] = nested(x, y);
            out[to + 5] = grid(x, y);
            out[to + 6] = shorts(x, y);
            out[to + 7] = TABLE[x & 7] + TABLE[y & 7];
            out[to + 8] = switched(x);
            out[to + 9] = doneLast(x);
            out[to + 10] = skipped(x, y);
            out[to + 11] = conditionalLoop(x, y);
        }
    }

    private static int brokenOff(int x) {
        int found = -1;
        for (int i = 0; i < 32; i++) {
            if ((x >> i & 1) != 0) {
                found = i;
                break;
            }
        }
        return found;
    }

    private static int returned(int x, int y) {
        for (int i = 0; i < 16; i++) {
            if ((x >>> i) % 3 == (y & 1)) {
                return i * 5;
            }
        }
        return -7;
    }

    private static int unset(int x) {
        int[] cells = new int[8];
        cells[x & 7] = x;
        return cells[0] + cells[1] + cells[6];
    }

    private static int nested(int x, int y) {
        int r;
        if (x < 0) {
            if (y < 0) {
                r = x > y ? x : y;
            } else {
                r = (y & 1) == 0 ? y / 2 : 3 * y + 1;
            }
            r ^= 5;
        } else if (x == y) {
            r = 1;
        } else {
            r = y > 100 ? y % 100 : x;
        }
        return r;
    }

    private static int grid(int x, int y) {
        int[][] cells = new int[3][4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                cells[i][j] = i * x + j * y;
            }
        }
        return cells[2][1] ^ cells[1][3] ^ cells[x & 1][y & 3];
    }

    private static int shorts(int x, int y) {
        short[] cells = new short[4];
        byte[] bytes = new byte[4];
        boolean[] flags = new boolean[4];
        for (int i = 0; i < 4; i++) {
            cells[i] = (short) (x >> i);
            bytes[i] = (byte) (y * i);
            flags[i] = (x >> i & 1) != 0;
        }
        return cells[0] * 3 + cells[1] + bytes[2] + (flags[y & 3] ? 1000 : 0);
    }

    private static int switched(int x) {
        return switch (x & 7) {
            case 0 -> 11;
            case 1, 2 -> x;
            case 5 -> {
                int z = x * 3;
                yield z - 1;
            }
            default -> -x;
        };
    }

    private static int doneLast(int x) {
        int rest = x;
        int steps = 0;
        do {
            rest = rest / 3;
            steps++;
        } while (rest != 0);
        return steps;
    }

    private static int skipped(int x, int y) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            if ((x >> i & 1) == 0) {
                continue;
            }
            sum += y >> i;
        }
        return sum;
    }

    private static int conditionalLoop(int x, int y) {
        int sum = y;
        if (x > 0) {
            for (int i = 0; i <= (y & 7); i++) {
                if (sum < 1000) {
                    sum = sum * 3 + i;
                }
            }
        }
        return sum;
    }

    @Kernel("tornado_reals")
    public static void reals(
            @In @Shape("n") float[] a,
            @In @Shape("n") double[] b,
            @Out @Shape("n * 16") double[] out,
            @Out @Shape("n * 4") int[] bits,
            int n) {
        for (int i = 0; i < n; i++) {
            float x = a[i];
            double y = b[i];
            int to = i * REALS;
            out[to] = Math.floor(y);
            out[to + 1] = Math.ceil(y);
            out[to + 2] = Math.rint(y);
            out[to + 3] = Math.abs(y);
            out[to + 4] = Math.min(y, -0.0);
            out[to + 5] = Math.max(y, x);
            out[to + 6] = y % 0.75;
            out[to + 7] = Math.sqrt(y);
            out[to + 8] = x * 1.1f + 0.3f;
            out[to + 9] = Math.fma(x, 1.1f, 0.3f);
            out[to + 10] = (long) y;
            out[to + 11] = Float.intBitsToFloat(Float.floatToRawIntBits(x) ^ 0x10);
            out[to + 12] = Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ 0x8000000000000010L);
            out[to + 13] = x / 3.0f;
            out[to + 14] = y / 3.0;
            out[to + 15] = (float) (long) (x * 1000.0f);
            bits[i * 4] = (int) x;
            bits[i * 4 + 1] = (int) y;
            bits[i * 4 + 2] = x >= 0.0f && y < 0.0 ? 1 : 0;
            bits[i * 4 + 3] = x < y || x != x ? 1 : 0;
        }
    }
}
