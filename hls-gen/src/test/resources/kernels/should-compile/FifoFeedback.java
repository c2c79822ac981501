import org.gatesmith.api.Dataflow;
import org.gatesmith.api.Depth;
import org.gatesmith.api.In;
import org.gatesmith.api.IntFifo;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Pipeline;
import org.gatesmith.api.Shape;

/** A stage that asks and one that answers. The next question depends on the last answer, and is found slowly, so that the interval is long. */
public final class FifoFeedback {
    @Dataflow
    @Kernel("fifo_feedback")
    public static void run(@In @Shape("256") int[] a, @Out @Shape("60") int[] b) {
        @Depth(2) IntFifo ask = new IntFifo();
        @Depth(2) IntFifo answer = new IntFifo();
        asker(a, ask, answer, b);
        answerer(ask, answer);
    }

    static void asker(int[] a, IntFifo ask, IntFifo answer, int[] b) {
        int[] table = new int[256];
        for (@Pipeline int i = 0; i < 256; i++) {
            table[i] = a[i];
        }
        ask.write(1);
        for (@Pipeline int i = 0; i < 60; i++) {
            int x = answer.read();
            b[i] = x;
            if (i < 59) {
                ask.write(table[x & 255] + table[(x * 3) & 255] + table[(x * 5 + i) & 255] / (x | 1));
            }
        }
    }

    static void answerer(IntFifo ask, IntFifo answer) {
        for (@Pipeline int i = 0; i < 60; i++) {
            int x = ask.read();
            answer.write(x / 3 + i);
        }
    }
}
