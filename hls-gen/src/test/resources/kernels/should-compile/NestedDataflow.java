import org.gatesmith.api.Dataflow;
import org.gatesmith.api.In;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Shape;

/** A dataflow method inside a sequential loop, and a process that is a dataflow method itself. */
public final class NestedDataflow {
    private static void produce(int[] a, int from, int[] tile) {
        for (int i = 0; i < 4; i++) tile[i] = a[from + i];
    }

    private static void send(int[] tile, IntFifo out) {
        for (int i = 0; i < 4; i++) out.write(tile[i]);
    }

    private static void receive(IntFifo in, int[] tile) {
        for (int i = 0; i < 4; i++) tile[i] = in.read() * 3;
    }

    @Dataflow
    private static void inner(int[] from, int[] to) {
        IntFifo link = new IntFifo();
        send(from, link);
        receive(link, to);
    }

    private static void consume(int[] tile, int[] out, int at) {
        for (int i = 0; i < 4; i++) out[at + i] = tile[i] + 1;
    }

    @Dataflow
    private static void block(int[] a, int[] out, int at) {
        int[] first = new int[4];
        int[] second = new int[4];
        produce(a, at, first);
        inner(first, second);
        consume(second, out, at);
    }

    @Kernel("nested_dataflow")
    public static void run(@In @Shape({"n", "4"}) int[] a, @Out @Shape({"n", "4"}) int[] out, int n) {
        for (int k = 0; k < n; k++) {
            block(a, out, 4 * k);
        }
    }
}
