import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** Constants that are records, and tables of records, with the values that Java gave them. */
public final class RecordConstants {
    record Gain(int factor, float offset, Inner inner) {
        Gain {
            factor = factor + 1;
        }
    }

    record Inner(byte b, char c) {
        public byte b() {
            return (byte) -b;
        }
    }

    private static final Gain GAIN = new Gain(6, 0.5f, new Inner((byte) 3, 'q'));
    private static final Inner[] INNERS = {new Inner((byte) 1, 'a'), new Inner((byte) 2, 'b')};
    private static final Gain[][] GAINS = new Gain[2][3];

    static {
        for (int i = 0; i < 6; i++) {
            GAINS[i / 3][i % 3] = new Gain(i * i, i * 0.25f, INNERS[i & 1]);
        }
    }

    @Kernel("record_constants")
    public static void run(@In @Shape("n") int[] a, @Out @Shape({"n", "4"}) int[] out, @Out @Shape("n") float[] real, int n) {
        for (int k = 0; k < n; k++) {
            out[4 * k] = a[k] * GAIN.factor() + GAIN.inner().b() + GAIN.inner().c();
            real[k] = a[k] * GAIN.offset() + GAINS[a[k] & 1][(a[k] >>> 1) % 3].offset();
            Gain g = GAINS[a[k] & 1][(a[k] >>> 1) % 3];
            out[4 * k + 1] = g.factor() + g.inner().b();
            out[4 * k + 2] = INNERS[a[k] & 1].c();
            Gain chosen = a[k] > 0 ? g : GAIN;
            out[4 * k + 3] = chosen.inner().b() + chosen.inner().c;
        }
    }
}
