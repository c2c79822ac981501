import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.In;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;

/**
 * A stage that hands on one number at once and another one after a division, and a stage that wants the other one first: the
 * pipeline must not run ahead with the first. Three reads of a memory with two ports make its interval larger than 1.
 */
public final class FifosInTurn {
    @Dataflow
    @Kernel("fifos_in_turn")
    public static void run(@In @Shape("256") int[] a, @Out @Shape("40") int[] b) {
        @Depth(2) IntFifo early = new IntFifo();
        @Depth(2) IntFifo late = new IntFifo();
        produce(a, early, late);
        consume(early, late, b);
    }

    static void produce(int[] a, IntFifo early, IntFifo late) {
        int[] table = new int[256];
        for (@Pipeline int i = 0; i < 256; i++) {
            table[i] = a[i];
        }
        for (@Pipeline int i = 0; i < 40; i++) {
            int x = table[i];
            early.write(x);
            late.write(table[(i * 5 + x) & 255] / (table[(i * 3) & 255] | 1));
        }
    }

    static void consume(IntFifo early, IntFifo late, int[] b) {
        for (@Pipeline int i = 0; i < 40; i++) {
            int quotient = late.read();
            b[i] = quotient - early.read();
        }
    }
}
