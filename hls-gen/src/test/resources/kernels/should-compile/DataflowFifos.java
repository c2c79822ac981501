import org.gatesmith.api.BooleanFifo;
import org.gatesmith.api.ByteFifo;
import org.gatesmith.api.CharFifo;
import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.DoubleFifo;
import org.gatesmith.api.FloatFifo;
import org.gatesmith.api.In;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.LongFifo;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;
import org.gatesmith.api.ShortFifo;

/** Processes joined by FIFOs of every element type. */
public final class DataflowFifos {
    private static void split(
            int[] a,
            int n,
            BooleanFifo flags,
            ByteFifo bytes,
            ShortFifo shorts,
            CharFifo chars,
            IntFifo ints,
            LongFifo longs,
            FloatFifo floats,
            DoubleFifo doubles) {
        for (int k = 0; k < n; k++) {
            flags.write(a[k] > 0);
            bytes.write((byte) a[k]);
            shorts.write((short) a[k]);
            chars.write((char) a[k]);
            ints.write(a[k]);
            longs.write(a[k]);
            floats.write(a[k]);
            doubles.write(a[k] > 0 ? 0.5f : a[k]);
        }
    }

    private static void join(
            BooleanFifo flags,
            ByteFifo bytes,
            ShortFifo shorts,
            CharFifo chars,
            IntFifo ints,
            LongFifo longs,
            FloatFifo floats,
            DoubleFifo doubles,
            double[] out,
            int n) {
        for (int k = 0; k < n; k++) {
            double sum = flags.read() ? 1 : 0;
            sum += bytes.read();
            sum = sum * 3 + shorts.read();
            sum = sum * 3 + chars.read();
            sum = sum * 3 + ints.read() - longs.read();
            sum = sum * 3 + floats.read() + doubles.read();
            out[k] = sum;
        }
    }

    @Kernel("dataflow_fifos")
    @Dataflow
    public static void run(@In @Shape("n") int[] a, @Out @Shape("n") double[] out, int n) {
        BooleanFifo flags = new BooleanFifo();
        ByteFifo bytes = new ByteFifo();
        @Depth(4)
        ShortFifo shorts = new ShortFifo();
        CharFifo chars = new CharFifo();
        IntFifo ints = new IntFifo();
        LongFifo longs = new LongFifo();
        FloatFifo floats = new FloatFifo();
        DoubleFifo doubles = new DoubleFifo();
        split(a, n, flags, bytes, shorts, chars, ints, longs, floats, doubles);
        join(flags, bytes, shorts, chars, ints, longs, floats, doubles, out, n);
    }
}
