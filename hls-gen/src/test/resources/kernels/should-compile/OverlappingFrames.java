import org.gatesmith.api.Dataflow;
import org.gatesmith.api.In;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;

/** A dataflow method in a loop: arrays and a FIFO between its processes, sums that live on from one iteration to the next. */
public final class OverlappingFrames {
    private static void load(int[] a, int[] tile, int from, int count) {
        for (@Pipeline(ii = 1) int i = 0; i < 8; i++) {
            if (i < count) {
                tile[i] = a[from + i];
            }
        }
    }

    /** Reads what the loader left at zero, and leaves an element in the FIFO every second time. */
    private static void square(int[] tile, IntFifo squares, int extra) {
        for (@Pipeline(ii = 1) int i = 0; i < 8; i++) {
            squares.write(tile[i] * tile[7 - i] + extra);
        }
        if ((extra & 1) == 1) {
            squares.write(-1);
        }
    }

    private static void add(IntFifo squares, int[] sums, int factor) {
        for (@Pipeline(ii = 1) int i = 0; i < 8; i++) {
            sums[i] += squares.read() * factor;
        }
    }

    @Dataflow
    private static void step(int[] a, int[] sums, int from, int count, int round) {
        int[] tile = new int[8];
        IntFifo squares = new IntFifo();
        load(a, tile, from, count);
        square(tile, squares, round);
        add(squares, sums, 2 * round + 1);
    }

    @Kernel("overlapping_frames")
    public static void run(
            @In @Shape("n") int[] a, @Out @Shape("8") int[] out, @Range(min = 0, max = 1000) int n) {
        int[] sums = new int[8];
        for (int i = 0; i < 8; i++) sums[i] = i;
        for (int from = 0; from < n; from += 8) {
            step(a, sums, from, Math.min(8, n - from), from / 8);
        }
        for (int i = 0; i < 8; i++) out[i] = sums[i];
    }
}
