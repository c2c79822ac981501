// The same for a FIFO that a dataflow method is given.
import org.gatesmith.api.*;

class Example {
    static void put(IntFifo f, int n) {
        for (int i = 0; i < n; i++) f.write(i);
    }

    static void get(IntFifo f, int[] out, int n) {
        for (int i = 0; i < n; i++) out[i] = f.read();
    }

    @Dataflow
    static void both(IntFifo f, int n) {
        put(f, n);
        // expect: GS0502 `put(f, n)`
        put(f, n);
    }

    @Dataflow
    @Kernel("example")
    public static void run(@Out @Shape("n") int[] out, int n) {
        IntFifo f = new IntFifo();
        both(f, n);
        get(f, out, n);
    }
}
