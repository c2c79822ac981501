import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.In;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** One method as several processes, overloads, numbers computed between the calls, a generic helper inside a process. */
public final class DataflowStages {
    private static void load(int[] a, IntFifo out, int n) {
        for (int i = 0; i < n; i++) out.write(a[i]);
    }

    private static void stage(IntFifo in, IntFifo out, int n, int factor) {
        for (int i = 0; i < n; i++) {
            int x = in.read();
            out.write(odd(x) ? x * factor : x + factor);
        }
    }

    private static void stage(IntFifo in, int[] out, int n) {
        int i = 0;
        while (i < n) out[i++] = in.read();
    }

    private static boolean odd(int x) {
        return (x & 1) != 0;
    }

    @Kernel("dataflow_stages")
    @Dataflow
    public static void run(@In @Shape("n") int[] a, @Out @Shape("n") int[] out, int n, int factor) {
        @Depth(1)
        IntFifo first = new IntFifo();
        IntFifo second = new IntFifo();
        @Depth(7)
        IntFifo third = new IntFifo();
        final int twice = factor * 2;
        load(a, first, n);
        stage(first, second, n, factor);
        int next = twice > 10 ? twice - 10 : 3;
        stage(second, third, n, next);
        stage(third, out, n);
    }
}
