// A process would take the two parameters for different memories.
import org.gatesmith.api.*;

class Example {
    @Kernel("example")
    @Dataflow
    public static void run(@InOut @Shape("64") int[] a, @Out @Shape("64") int[] out) {
        IntFifo sums = new IntFifo();
        // expect: GS0503 `shift(a, a, sums)`
        shift(a, a, sums);
        drain(sums, out);
    }

    static void shift(int[] to, int[] from, IntFifo sums) {
        for (int i = 1; i < 64; i++) {
            to[i] = from[i - 1] + 1;
            sums.write(from[i]);
        }
    }

    static void drain(IntFifo sums, int[] out) {
        for (int i = 1; i < 64; i++) {
            out[i] = sums.read();
        }
    }
}
