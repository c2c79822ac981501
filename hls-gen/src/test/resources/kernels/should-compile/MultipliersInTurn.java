import org.gatesmith.api.In;
import org.gatesmith.api.InOut;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.NoInline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;

/** Multiplications of the same types, by a variable and by a number that passes find to be constant, which takes less time. */
public final class MultipliersInTurn {
    record Box(long number) {}

    @NoInline
    static boolean isFalse(boolean p, long q) {
        return false;
    }

    @Kernel("multipliers_in_turn")
    public static void run(
            @In @Shape("64") byte[] bytes,
            @InOut @Shape("64") long[] longs,
            @InOut @Shape("32") short[] shorts,
            @Range(min = 0, max = 7) int n,
            long x,
            short s) {
        Box box = new Box(0L);
        for (int k = 0; k < 3; k++) {
            if (0L == 0L) {
                box = new Box(0L);
            }
        }
        if (isFalse(false, longs[(n + 3) & 63])) {
            shorts[~Math.min(shorts[(n + 1) & 31], 31) & 31] = (short) n;
            for (int w = 0;
                    w < 5
                            && ((box.number() % (x | 1L))
                                            * (switch (s & 3) {
                                                case 0 -> box.number();
                                                case 1, 2 -> x;
                                                default -> longs[(n + 3) & 63];
                                            })
                                    > (3L | -256L) * (longs[5] & box.number()));
                    w++) {
                s = (short) (Long.numberOfLeadingZeros(box.number()) ^ Long.numberOfLeadingZeros(-256L));
                shorts[s & 31] = (short) ~s;
            }
        }
        longs[n] = x + s;
    }
}
